import { describe, expect, it } from 'vitest';
import { makeNonzeroRows } from '../../../src/models/kernels/nonzero-rows.js';
import { furnish } from '../../../src/models/kernels/room.js';
import { hiddenUnits } from '../../../src/models/network/hidden-units.js';

const activated = (kind: 'relu' | 'tanh', given: readonly number[], wide = false) => {
  const { inputs, into, products } = furnish(wide, (room) => ({
    inputs: room.float64(given.length),
    into: makeNonzeroRows(room, 2, given.length),
    products: room.products,
  }));
  inputs.set(given);
  hiddenUnits[kind].activate(products, inputs, given.length, into, 1);
  const [start, end] = [into.starts[1] as number, into.ends[1] as number];
  return {
    columns: [...into.columns.subarray(start, end)],
    values: [...into.values.subarray(start, end)],
    square: into.squaredNorms[1],
  };
};

describe('hidden units', () => {
  it.each([false, true])(
    'of ReLU pass positive inputs on and nothing else: 0 and -0 are inactive (kernel: %s)',
    (wide) => {
      const found = activated('relu', [3, -1, 0, -0, 4, -5], wide);
      expect(found).toEqual({ columns: [0, 4], values: [3, 4], square: 25 });
      expect(activated('relu', [1, 2, 3, 4, 5, -1, 6], wide).square).toBe(91);
    },
  );

  it.each([false, true])('of ReLU do not hide NaN, and may all be inactive (kernel: %s)', (wide) => {
    expect(activated('relu', [-1, Number.NaN], wide).values).toEqual([Number.NaN]);
    expect(activated('relu', [-1, -2], wide)).toEqual({ columns: [], values: [], square: 0 });
  });

  it('of tanh are all active, an input of 0 too, whose slope is 1', () => {
    const { columns, values } = activated('tanh', [0, 0.5, -40]);
    expect(columns).toEqual([0, 1, 2]);
    expect(values).toEqual([0, Math.tanh(0.5), -1]);
    expect(hiddenUnits.tanh.slope(0)).toBe(1);
    expect(hiddenUnits.tanh.slope(-1)).toBe(0);
  });

  it('of tanh scale what came back to a row by the slopes of that row, others pass it on', () => {
    const { into } = furnish(false, (room) => ({ into: makeNonzeroRows(room, 2, 2) }));
    into.values.set([9, 9, 0.5, -1]);
    into.ends.set([2, 4]);
    const back = Float64Array.of(1, 1, 4, 4);
    hiddenUnits.relu.scaleBySlopes(into, 1, back, 2);
    expect([...back]).toEqual([1, 1, 4, 4]);
    hiddenUnits.tanh.scaleBySlopes(into, 1, back, 2);
    expect([...back]).toEqual([1, 1, 3, 0]);
  });

  it('have the slope sech^2 and the second derivative -2 tanh sech^2', () => {
    const sech = 1 / Math.cosh(0.7);
    const { slope, bend } = hiddenUnits.tanh;
    expect(slope(Math.tanh(0.7))).toBeCloseTo(sech ** 2, 15);
    expect(slope(Math.tanh(0.7)) * bend(Math.tanh(0.7))).toBeCloseTo(-2 * Math.tanh(0.7) * sech ** 2, 15);
  });
});
