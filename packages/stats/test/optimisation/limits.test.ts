import { describe, expect, it } from 'vitest';
import { innerProduct, minimizeNewton, type TwiceDifferentiable } from '../../src/index.js';

/** Half the squared distance from a point, with weights. */
const distanceFrom = (point: readonly number[], weights: readonly number[]): TwiceDifferentiable => ({
  size: point.length,
  value: (at, gradient) =>
    point.reduce((sum, to, k) => {
      const off = (at[k] as number) - to;
      gradient[k] = (weights[k] as number) * off;
      return sum + ((weights[k] as number) * off * off) / 2;
    }, 0),
  hessian: (_, into) => {
    point.forEach((_to, k) => {
      into[k * point.length + k] = weights[k] as number;
    });
  },
});

describe('a minimum within limits', () => {
  it('is the nearest point of a box, and multipliers are what pulls beyond its sides', () => {
    const normals = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const found = minimizeNewton(distanceFrom([3, -5], [1, 2]), new Float64Array(2), { limits: { normals, bound: 1 } });
    expect([...found.at]).toEqual([expect.closeTo(1, 9), expect.closeTo(-1, 9)]);
    // -(at - point) times the weights.
    expect([...found.multipliers]).toEqual([expect.closeTo(2, 9), expect.closeTo(-8, 9)]);
    expect(found.ended).toBe('minimum');
  });

  it('is the foot of the perpendicular where the bound is 0, also where normals depend on each other', () => {
    const normals = [Float64Array.of(1, 1, 0), Float64Array.of(-2, -2, 0), Float64Array.of(0, 0, 0)];
    const found = minimizeNewton(distanceFrom([2, 0, 4], [1, 1, 1]), new Float64Array(3), {
      limits: { normals, bound: 0 },
    });
    expect([...found.at]).toEqual([expect.closeTo(1, 9), expect.closeTo(-1, 9), expect.closeTo(4, 9)]);
  });

  it('is the free minimum, with multipliers of 0, where that keeps to them', () => {
    const limits = { normals: [Float64Array.of(1, 1)], bound: 2 };
    const found = minimizeNewton(distanceFrom([0.5, 1], [1, 3]), new Float64Array(2), { limits });
    expect([...found.at]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(1, 9)]);
    expect([...found.multipliers]).toEqual([0]);
  });

  it('is as low as any point of a fine grid within them', () => {
    // Smooth, not quadratic; three limits in the plane.
    const target: TwiceDifferentiable = {
      size: 2,
      value: (at, gradient) => {
        const [x, y] = at as unknown as [number, number];
        gradient[0] = Math.exp(x) - 6;
        gradient[1] = 2 * Math.exp(2 * y) - 9 + 2 * y;
        return Math.exp(x) - 6 * x + Math.exp(2 * y) - 9 * y + y * y;
      },
      hessian: (at, into) => {
        into[0] = Math.exp(at[0] as number);
        into[3] = 4 * Math.exp(2 * (at[1] as number)) + 2;
      },
    };
    const normals = [Float64Array.of(1, 0.3), Float64Array.of(-0.2, 1), Float64Array.of(1, 1)];
    const bound = 0.6;
    const found = minimizeNewton(target, new Float64Array(2), { limits: { normals, bound }, tolerance: 1e-10 });
    // A grid over the allowed region finds nothing lower.
    const gradient = new Float64Array(2);
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = -300; i <= 300; i++) {
      for (let j = -300; j <= 300; j++) {
        const at = Float64Array.of(i / 200, j / 200);
        if (normals.every((normal) => Math.abs(innerProduct(normal, at)) <= bound)) {
          lowest = Math.min(lowest, target.value(at, gradient));
        }
      }
    }
    expect(found.value).toBeLessThanOrEqual(lowest);
    expect(found.value).toBeGreaterThan(lowest - 0.05);
    normals.forEach((normal, k) => {
      const side = innerProduct(normal, found.at);
      expect(Math.abs(side)).toBeLessThanOrEqual(bound + 1e-9);
      const multiplier = found.multipliers[k] as number;
      if (multiplier !== 0) expect(side).toBeCloseTo(bound * Math.sign(multiplier), 9);
    });
  });

  it('is not looked for from outside of them', () => {
    const limits = { normals: [Float64Array.of(1)], bound: 1 };
    expect(() => minimizeNewton(distanceFrom([0], [1]), Float64Array.of(3), { limits })).toThrow(
      /outside of the limits/,
    );
  });
});

describe('a function without curvature in one direction', () => {
  it('does not end the search in the others', () => {
    // |x| rounded off by 1e-3 beside y^4 - y: from x = 5 the first has a slope and no curvature.
    const target: TwiceDifferentiable = {
      size: 2,
      value: (at, gradient) => {
        const [x, y] = at as unknown as [number, number];
        const near = Math.abs(x) < 1e-3;
        gradient[0] = near ? x / 1e-3 : Math.sign(x);
        gradient[1] = 4 * y ** 3 - 4;
        return (near ? x ** 2 / 2e-3 : Math.abs(x) - 5e-4) + y ** 4 - 4 * y;
      },
      hessian: (at, into) => {
        into[0] = Math.abs(at[0] as number) < 1e-3 ? 1e3 : 0;
        into[3] = 12 * (at[1] as number) ** 2;
      },
    };
    const found = minimizeNewton(target, Float64Array.of(5, 3));
    expect(found.ended).toBe('minimum');
    expect(found.at[0]).toBeCloseTo(0, 9);
    expect(found.at[1]).toBeCloseTo(1, 7);
  });
});
