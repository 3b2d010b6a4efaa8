import { type GaussRule, gaussHermite, gaussLaguerre, gaussLegendre } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { readTable } from '../table.js';
import { ulpDistance } from '../ulp.js';

const rows = readTable<[family: string, n: number, nodes: string[], weights: string[]]>('gauss-rules');
const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

const families: [string, (n: number) => GaussRule, moment: (k: number) => number, most: number][] = [
  ['legendre', gaussLegendre, (k) => (k % 2 === 1 ? 0 : 2 / (k + 1)), 1024],
  ['laguerre', gaussLaguerre, factorial, 256],
  // Gamma((k + 1) / 2) = sqrt(pi) (k - 1)!! / 2^(k / 2)
  [
    'hermite',
    gaussHermite,
    (k) => (k % 2 === 1 ? 0 : (Math.sqrt(Math.PI) * factorial(k)) / (factorial(k / 2) * 2 ** k)),
    256,
  ],
];

describe.each(families)('gauss-%s', (family, rule, moment, most) => {
  test('nodes and weights are within 1 ulp of the eigenvalue problem solved in 150 digits', () => {
    const own = rows.filter((row) => row[0] === family);
    expect(own.length).toBeGreaterThan(8);
    for (const [, n, nodes, weights] of own) {
      const found = rule(n);
      nodes.forEach((node, i) => {
        expect(ulpDistance(found.nodes[i] as number, Number(node))).toBeLessThanOrEqual(1);
        expect(ulpDistance(found.weights[i] as number, Number(weights[i]))).toBeLessThanOrEqual(1);
      });
    }
  });

  test('polynomials up to degree 2n - 1 are integrated exactly, the next one is not', () => {
    for (const n of [1, 2, 3, 6, 9]) {
      const { nodes, weights } = rule(n);
      const sum = (k: number) => nodes.reduce((total, x, i) => total + (weights[i] as number) * x ** k, 0);
      const size = (k: number) => nodes.reduce((total, x, i) => total + (weights[i] as number) * Math.abs(x) ** k, 0);
      for (let k = 0; k < 2 * n; k++) expect(Math.abs(sum(k) - moment(k))).toBeLessThanOrEqual(1e-14 * size(k));
      expect(Math.abs(sum(2 * n) - moment(2 * n))).toBeGreaterThan(1e-5 * moment(2 * n));
    }
  });

  test('large rules are ascending, positive and complete', () => {
    const { nodes, weights } = rule(150);
    expect(nodes.every((x, i) => i === 0 || x > (nodes[i - 1] as number))).toBe(true);
    expect(weights.every((w) => w > 0)).toBe(true);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(moment(0), 13);
  });

  test('a rule is made once, and a count of nodes that is none is refused', () => {
    expect(rule(7)).toBe(rule(7));
    for (const bad of [0, 2.5, most + 1, Number.NaN]) {
      expect(() => rule(bad)).toThrow(
        new RangeError(`${family} nodes: ${bad} (allowed: an integer from 1 to ${most})`),
      );
    }
  });
});
