import { describe, expect, it } from 'vitest';
import { minimizeNewton, type TwiceDifferentiable } from '../../src/index.js';

/** Rosenbrock's valley: minimum 0 at (1, 1). */
const rosenbrock: TwiceDifferentiable = {
  size: 2,
  value: (at, gradient) => {
    const [x, y] = at as unknown as [number, number];
    gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
    gradient[1] = 200 * (y - x * x);
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  },
  hessian: (at, into) => {
    const [x, y] = at as unknown as [number, number];
    into[0] = 2 - 400 * (y - 3 * x * x);
    into[2] = -400 * x;
    into[3] = 200;
  },
};

const quartic = (slope: number): TwiceDifferentiable => ({
  size: 1,
  value: (at, gradient) => {
    const x = at[0] as number;
    gradient[0] = 4 * x ** 3 - 4 * x + slope;
    return x ** 4 - 2 * x * x + slope * x;
  },
  hessian: (at, into) => {
    into[0] = 12 * (at[0] as number) ** 2 - 4;
  },
});

describe("Newton's method", () => {
  it('finds the end of a curved valley', () => {
    const found = minimizeNewton(rosenbrock, Float64Array.of(-1.2, 1), { tolerance: 1e-10 });
    expect(found.ended).toBe('minimum');
    expect(found.at[0]).toBeCloseTo(1, 12);
    expect(found.at[1]).toBeCloseTo(1, 12);
    expect(found.steps).toBeLessThan(30);
  });

  it('takes one step for a parabola', () => {
    const parabola: TwiceDifferentiable = {
      size: 2,
      value: (at, gradient) => {
        const [x, y] = at as unknown as [number, number];
        gradient[0] = 4 * x + y - 5;
        gradient[1] = x + 3 * y - 4;
        return 2 * x * x + x * y + 1.5 * y * y - 5 * x - 4 * y;
      },
      hessian: (_, into) => {
        into.set([4, 0, 1, 3]);
      },
    };
    const found = minimizeNewton(parabola, Float64Array.of(100, -50));
    expect(found.steps).toBe(1);
    expect(found.at[0]).toBeCloseTo(1, 9);
    expect(found.at[1]).toBeCloseTo(1, 9);
  });

  it('leaves a place where the function curves downwards, for a minimum', () => {
    // x^4 - 2 x^2 + x / 10 has its minima where 4 x^3 - 4 x + 1/10 = 0: -1.0122... and 0.9872...
    const found = minimizeNewton(quartic(0.1), Float64Array.of(0.1));
    expect(found.ended).toBe('minimum');
    expect(Math.abs(found.at[0] as number)).toBeGreaterThan(0.98);
  });

  it('does not move along a direction in which the function is flat', () => {
    const flat: TwiceDifferentiable = {
      size: 2,
      value: (at, gradient) => {
        const sum = (at[0] as number) + (at[1] as number) - 2;
        gradient.fill(2 * sum);
        return sum * sum;
      },
      hessian: (_, into) => {
        into.set([2, 0, 2, 2]);
      },
    };
    const found = minimizeNewton(flat, Float64Array.of(3, 0));
    expect(found.at[0]).toBeCloseTo(2.5, 3);
    expect(found.at[1]).toBeCloseTo(-0.5, 3);
  });

  it('turns back from where the function has no value', () => {
    // x - log x: minimum 1 at 1; a full step from 3 would leave the domain.
    const barrier: TwiceDifferentiable = {
      size: 1,
      value: (at, gradient) => {
        const x = at[0] as number;
        gradient[0] = 1 - 1 / x;
        return x > 0 ? x - Math.log(x) : Number.NaN;
      },
      hessian: (at, into) => {
        into[0] = 1 / (at[0] as number) ** 2;
      },
    };
    const found = minimizeNewton(barrier, Float64Array.of(3));
    expect(found.ended).toBe('minimum');
    expect(found.at[0]).toBeCloseTo(1, 7);
  });

  it('ends as stuck where the function has a value but no finite Hessian', () => {
    const steep: TwiceDifferentiable = {
      size: 1,
      value: (at, gradient) => {
        gradient[0] = 1;
        return at[0] as number;
      },
      hessian: (_, into) => {
        into[0] = Number.NaN;
      },
    };
    expect(minimizeNewton(steep, Float64Array.of(3))).toMatchObject({ ended: 'stuck', steps: 0 });
  });

  it('says when the steps are used up, and that a start without a value is none', () => {
    expect(minimizeNewton(rosenbrock, Float64Array.of(-1.2, 1), { mostSteps: 3 })).toMatchObject({
      ended: 'steps',
      steps: 3,
    });
    const nowhere = { ...rosenbrock, value: () => Number.NaN };
    expect(() => minimizeNewton(nowhere, Float64Array.of(0, 0))).toThrow(/value at the start/);
  });
});
