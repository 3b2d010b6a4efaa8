import { discreteLaplaceMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import type { Bound, CountTable, Mechanism } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditTable } from '../../src/index.js';

const SCALE = 8;
const a = [12, 40, 3, 11, 90];
const b = [6, 2, 4, 30, 5];

const table: CountTable = {
  id: a.map((_, i) => `e${i}`),
  name: a.map((_, i) => `e${i}`),
  group: null,
  counts: { a: Float64Array.from(a), b: Float64Array.from(b) },
  fixed: { limit: new Float64Array(a.length).fill(10) },
};

/** P(noise turns `count > limit`): closed forms of the tails of the two kinds of noise. */
const flips = {
  laplace: (count: number, limit: number) => Math.exp(-Math.abs(count - limit) / SCALE) / 2,
  'discrete-laplace': (count: number, limit: number) => {
    const p = Math.exp(-1 / SCALE);
    // A yes is lost when the noise takes count - limit or more away; a no is turned by limit - count + 1 or more.
    return p ** (count > limit ? count - limit : limit - count + 1) / (1 + p);
  },
} as const;

const mechanisms = {
  laplace: laplaceMechanism({ scale: SCALE }),
  'discrete-laplace': discreteLaplaceMechanism({ scale: SCALE }),
} as const satisfies Record<string, Mechanism>;

const join = {
  and: (p: boolean, q: boolean) => p && q,
  or: (p: boolean, q: boolean) => p || q,
  xor: (p: boolean, q: boolean) => p !== q,
};

/** Bias of `a > 10 JOIN b > 5` by listing what noise can turn. */
function enumerated(kind: keyof typeof flips, connective: keyof typeof join): number[] {
  return a.map((x, i) => {
    const y = b[i] as number;
    const [p, q] = [x > 10, y > 5];
    const [f, g] = [flips[kind](x, 10), flips[kind](y, 5)];
    const outcomes = [
      [p, q, (1 - f) * (1 - g)],
      [!p, q, f * (1 - g)],
      [p, !q, (1 - f) * g],
      [!p, !q, f * g],
    ] as const;
    const yes = outcomes.reduce((sum, [u, v, chance]) => sum + (join[connective](u, v) ? chance : 0), 0);
    return yes - Number(join[connective](p, q));
  });
}

const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

async function boundsOf(rule: string, kind: keyof typeof flips, more: Partial<AuditRequest> = {}) {
  const { cells } = await auditTable({
    table,
    decision: 'threshold',
    parameters: { rule },
    mechanisms: [mechanisms[kind]],
    posts: ['clip'],
    seed: parseSeed(1),
    ...more,
  });
  const bounds = cells[0]?.bounds ?? [];
  return {
    alpha: cells[0]?.alpha.estimate as number,
    bounds,
    of: (name: string) => bounds.find((one) => one.name === name) as Bound,
  };
}

describe.each(['laplace', 'discrete-laplace'] as const)('two independent comparisons under %s noise', (kind) => {
  it.each(['and', 'or', 'xor'] as const)(
    'joined by %s: both sides of alpha are that of listing all flips',
    async (connective) => {
      const { of, alpha, bounds } = await boundsOf(`a > 10 ${connective} b > 5`, kind);
      const truth = enumerated(kind, connective);
      const { lower, upper, slack, quantity } = of('composition');
      expect([quantity, bounds.map(({ name }) => name)]).toEqual(['alpha', ['composition', 'composed-gap']]);
      expect(lower).toBeCloseTo(range(truth), 12);
      expect(upper).toBeCloseTo(range(truth), 12);
      expect(alpha).toBeCloseTo(range(truth), 12);
      expect(slack).toBeCloseTo(0, 12);
      // The formula of theory in the words of the smallest and largest flip of each.
      const [first, second] = [a.map((x) => flips[kind](x, 10)), b.map((y) => flips[kind](y, 5))];
      const ends = [first, second].map((values) => [Math.min(...values), Math.max(...values)] as const);
      const [[l1, u1], [l2, u2]] = ends as [readonly [number, number], readonly [number, number]];
      const expected =
        connective === 'xor' ? u1 + u2 - 2 * u1 * u2 - (l1 + l2 - 2 * l1 * l2) : u1 + u2 - u1 * u2 - l1 * l2;
      const gap = of('composed-gap');
      expect(gap.quantity).toBe('size-gap');
      expect(gap.upper).toBeCloseTo(expected, 12);
      expect(gap.estimate).toBeCloseTo(range(truth.map(Math.abs)), 12);
      expect(gap.slack as number).toBeGreaterThanOrEqual(-1e-12);
      expect(gap.lower).toBeNull();
    },
  );

  it('a public number settles nothing, or a part: its answer never flips', async () => {
    const settled = await boundsOf('a > 10 or limit > 5', kind, {
      parameters: { rule: 'a > 10 or limit > 5', public: ['limit'] },
    });
    expect(settled.of('composition')).toMatchObject({ lower: 0, upper: 0 });
    const asNumber = await boundsOf('a > limit and b > 5', kind, {
      parameters: { rule: 'a > limit and b > 5', public: ['limit'] },
    });
    expect(asNumber.of('composition').upper).toBeCloseTo(range(enumerated(kind, 'and')), 12);
  });

  it('a simulation has them beside its estimate', async () => {
    const { of } = await boundsOf('a > 10 and b > 5', kind, { method: 'montecarlo', trials: 64 });
    expect(of('composition').upper).toBeCloseTo(range(enumerated(kind, 'and')), 12);
  });

  it('are not there for parts that share a count', async () => {
    const { bounds } = await boundsOf('a > 10 and (b > 5 or a > 50)', kind);
    expect(bounds.map(({ name }) => name)).not.toContain('composition');
  });
});
