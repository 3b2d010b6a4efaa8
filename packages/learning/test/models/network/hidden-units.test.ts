import { describe, expect, it } from 'vitest';
import type { NonzeroRows } from '../../../src/models/kernels/nonzero-rows.js';
import { hiddenUnits } from '../../../src/models/network/hidden-units.js';

const activated = (kind: 'relu' | 'tanh', inputs: readonly number[]) => {
  const into: NonzeroRows = {
    starts: Int32Array.of(0, inputs.length),
    ends: new Int32Array(2),
    columns: new Int32Array(2 * inputs.length),
    values: new Float64Array(2 * inputs.length),
    squaredNorms: new Float64Array(2),
  };
  hiddenUnits[kind].activate(Float64Array.from(inputs), inputs.length, into, 1);
  const [start, end] = [into.starts[1] as number, into.ends[1] as number];
  return {
    columns: [...into.columns.subarray(start, end)],
    values: [...into.values.subarray(start, end)],
    square: into.squaredNorms[1],
  };
};

describe('hidden units', () => {
  it('of ReLU pass positive inputs on and nothing else: 0 and -0 are inactive', () => {
    expect(activated('relu', [3, -1, 0, -0, 4, -5])).toEqual({ columns: [0, 4], values: [3, 4], square: 25 });
  });

  it('of ReLU do not hide NaN, and may all be inactive', () => {
    expect(activated('relu', [-1, Number.NaN]).values).toEqual([Number.NaN]);
    expect(activated('relu', [-1, -2])).toEqual({ columns: [], values: [], square: 0 });
  });

  it('of tanh are all active, an input of 0 too, whose slope is 1', () => {
    const { columns, values } = activated('tanh', [0, 0.5, -40]);
    expect(columns).toEqual([0, 1, 2]);
    expect(values).toEqual([0, Math.tanh(0.5), -1]);
    expect(hiddenUnits.tanh.slope(0)).toBe(1);
    expect(hiddenUnits.tanh.slope(-1)).toBe(0);
  });

  it('have the slope sech^2 and the second derivative -2 tanh sech^2', () => {
    const sech = 1 / Math.cosh(0.7);
    const { slope, bend } = hiddenUnits.tanh;
    expect(slope(Math.tanh(0.7))).toBeCloseTo(sech ** 2, 15);
    expect(slope(Math.tanh(0.7)) * bend(Math.tanh(0.7))).toBeCloseTo(-2 * Math.tanh(0.7) * sech ** 2, 15);
  });
});
