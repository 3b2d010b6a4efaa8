import { describe, expect, it } from 'vitest';
import { describeModel } from '../../../src/index.js';
import { addOuterProduct } from '../../../src/models/kernels/add-outer-product.js';
import { featureRows } from '../../../src/models/kernels/feature-rows.js';
import { gradientAdder } from '../../../src/models/kernels/gradient-adder.js';
import { makeNonzeroRows, type NonzeroRows, takeRow } from '../../../src/models/kernels/nonzero-rows.js';
import { furnish } from '../../../src/models/kernels/room.js';
import { makeTransposedRows, transposeRows } from '../../../src/models/kernels/transposed-rows.js';
import { madeExamples, madeVector } from '../made-examples.js';

const inputs = 11;
const description = describeModel({ kind: 'linear', inputs, classes: 0 });
const examples = madeExamples(description, 300);
const rows = featureRows(examples, inputs);
const feature = (row: number, column: number): number => examples.features[row * inputs + column] as number;

/** Widths on both sides of what is unrolled. */
const widths = [1, 2, 3, 7, 8, 9, 16, 19, 37];
const rooms = [false, true];

const closeTo = (found: Float64Array, expected: Float64Array): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k] as number, 12);
  });
};

describe('rows without their zeros', () => {
  it('hold every other number, in its place, and its square', () => {
    for (const row of [0, 1, 7, 299]) {
      const back = new Float64Array(inputs);
      for (let c = rows.starts[row] as number; c < (rows.ends[row] as number); c++) {
        expect(rows.values[c]).not.toBe(0);
        back[rows.columns[c] as number] = rows.values[c] as number;
      }
      expect([...back]).toEqual(Array.from(back, (_, column) => feature(row, column)));
      expect(rows.squaredNorms[row]).toBeCloseTo(
        back.reduce((sum, value) => sum + value * value, 0),
        12,
      );
    }
  });

  it('are made once for an array of features, whoever else is in the groups', () => {
    expect(featureRows({ ...examples, group: new Int32Array(300) }, inputs)).toBe(rows);
    expect(featureRows({ ...examples, features: examples.features.slice() }, inputs)).not.toBe(rows);
  });

  it('keep NaN', () => {
    const features = Float64Array.of(0, Number.NaN);
    const { values } = featureRows({ ...examples, rows: 1, features }, 2);
    expect([...values]).toEqual([Number.NaN]);
  });

  it('transposed list for each column the weighted values of the rows that keep it, and no row of weight 0', () => {
    const places = Int32Array.of(9, 4, 0, 4, 120, 7);
    const weights = Float64Array.of(5, 2, 1, -1, 0, 0.5);
    const turned = furnish(false, (room) => makeTransposedRows(room, 5, inputs));
    transposeRows(rows, places, 1, 6, weights, turned);
    for (let column = 0; column < inputs; column++) {
      const found: [number, number][] = [];
      for (let c = turned.starts[column] as number; c < (turned.ends[column] as number); c++) {
        found.push([turned.columns[c] as number, turned.values[c] as number]);
      }
      const expected = [1, 2, 3, 4, 5]
        .map((r): [number, number] => [r, (weights[r] as number) * feature(places[r] as number, column)])
        .filter(([, value]) => value !== 0);
      expect(found).toEqual(expected);
    }
    const [start, end] = [turned.starts[inputs] as number, turned.ends[inputs] as number];
    expect([...turned.columns.subarray(start, end)]).toEqual([1, 2, 3, 5]);
    expect([...turned.values.subarray(start, end)]).toEqual([2, 1, -1, 0.5]);
  });

  it('are taken one at a time, to any place, with their norm', () => {
    const into = furnish(true, (room) => makeNonzeroRows(room, 3, inputs));
    [7, 0, 299].forEach((row, r) => {
      takeRow(rows, row, into, r);
      const [start, end] = [rows.starts[row] as number, rows.ends[row] as number];
      const at = r * inputs;
      expect([into.starts[r], into.ends[r]]).toEqual([at, at + end - start]);
      expect([...into.columns.subarray(at, at + end - start)]).toEqual([...rows.columns.subarray(start, end)]);
      expect([...into.values.subarray(at, at + end - start)]).toEqual([...rows.values.subarray(start, end)]);
      expect(into.squaredNorms[r]).toBe(rows.squaredNorms[row]);
    });
  });
});

/** The rows themselves in a room, with arrays of some lengths. */
function inRoom(wide: boolean, lengths: readonly number[]) {
  const made = furnish(wide, (room) => ({
    products: room.products,
    own: makeNonzeroRows(room, examples.rows, inputs) as NonzeroRows,
    arrays: lengths.map((length) => room.float64(length)),
  }));
  for (let row = 0; row < examples.rows; row++) {
    const [from, to] = [rows.starts[row] as number, rows.ends[row] as number];
    const at = made.own.starts[row] as number;
    made.own.columns.set(rows.columns.subarray(from, to), at);
    made.own.values.set(rows.values.subarray(from, to), at);
    made.own.ends[row] = at + to - from;
  }
  return made;
}

describe.each(widths.flatMap((width) => rooms.map((wide) => ({ width, wide }))))('with %o', ({ width, wide }) => {
  const made = madeVector(3 + inputs * width, 1);
  const entry = (column: number, j: number): number => made[3 + column * width + j] as number;

  it('rows times a matrix are the textbook sums, added to what they start from; no row, and a row of zeros, add nothing', () => {
    const { products, own, arrays } = inRoom(wide, [made.length, 1 + 40 * width, 2 + 40 * width]);
    const [matrix, start, out] = arrays as [Float64Array, Float64Array, Float64Array];
    matrix.set(made);
    start.set(madeVector(start.length, 5));
    out.fill(9);
    products.addRowsTimesMatrix(own, 0, 40, own.values, matrix, 3, width, start, 1, out, 2);
    const expected = new Float64Array(out.length).fill(9);
    for (let r = 0; r < 40; r++) {
      for (let j = 0; j < width; j++) {
        let sum = start[1 + r * width + j] as number;
        for (let column = 0; column < inputs; column++) sum += feature(r, column) * entry(column, j);
        expected[2 + r * width + j] = sum;
      }
    }
    closeTo(out, expected);
    expect(out.subarray(2, 2 + width)).toEqual(start.subarray(1, 1 + width));
    const alone = out.slice();
    products.addRowsTimesMatrix(own, 0, 0, own.values, matrix, 3, width, start, 1, out, 2);
    expect(out).toEqual(alone);
    for (let r = 0; r < 40; r++) {
      products.addRowsTimesMatrix(own, r, 1, own.values, matrix, 3, width, start, 1 + r * width, out, 2 + r * width);
    }
    expect(out).toEqual(alone);
  });

  it('a matrix times a column is the textbook sum where the row keeps its column, and untouched elsewhere', () => {
    const { products, own, arrays } = inRoom(wide, [made.length, 2 + width, 3 + inputs]);
    const [matrix, right, out] = arrays as [Float64Array, Float64Array, Float64Array];
    matrix.set(made);
    right.set(madeVector(right.length, 2));
    for (let r = 0; r < 20; r++) {
      out.fill(1);
      products.addMatrixTimesRow(own, r, matrix, 3, width, right, 2, out, 3);
      const expected = out.map((_, place) => {
        let sum = 1;
        for (let j = 0; j < width; j++) sum += entry(place - 3, j) * (right[2 + j] as number);
        return place < 3 || feature(r, place - 3) === 0 ? 1 : sum;
      });
      closeTo(out, expected);
    }
  });

  it('the sum of squares is that of the numbers asked for', () => {
    const { products, arrays } = inRoom(wide, [made.length]);
    const [values] = arrays as [Float64Array];
    values.set(made);
    const expected = made.subarray(3, 3 + width).reduce((sum, value) => sum + value * value, 0);
    expect(products.squaredNorm(values, 3, width)).toBeCloseTo(expected, 12);
    expect(products.squaredNorm(values, 3, 0)).toBe(0);
  });

  it('weighted gradients of 290 rows, some twice and some of weight 0, are the sum of single ones, biases too', () => {
    const layer = { inputs, outputs: width, weights: 3, biases: 3 + inputs * width };
    const { own } = inRoom(wide, []);
    for (const places of [Int32Array.from({ length: 290 }, (_, r) => (r * 7) % 200), null]) {
      const { delta, entering, add } = furnish(wide, (room) => ({
        delta: room.float64(290 * width),
        entering: makeNonzeroRows(room, 300, inputs),
        add: gradientAdder(room, [layer], 290),
      }));
      entering.columns.set(own.columns);
      entering.values.set(own.values);
      entering.ends.set(own.ends);
      delta.set(madeVector(delta.length, 4));
      const weights = madeVector(290, 3).map((value, r) => (r % 5 === 0 ? 0 : value));
      const into = new Float64Array(4 + (inputs + 1) * width).fill(1);
      add(layer, places === null ? entering : rows, places, 290, weights, delta, into);
      const expected = new Float64Array(into.length).fill(1);
      for (let r = 0; r < 290; r++) {
        for (let column = 0; column <= inputs; column++) {
          const value = column === inputs ? 1 : feature(places?.[r] ?? r, column);
          for (let j = 0; j < width; j++) {
            const place = 3 + column * width + j;
            const product = (weights[r] as number) * value * (delta[r * width + j] as number);
            expected[place] = (expected[place] as number) + product;
          }
        }
      }
      closeTo(into, expected);
    }
  });
});

describe.each(widths)('an outer product with %d columns', (width) => {
  it('is the textbook one, added where the row keeps a column', () => {
    const right = madeVector(2 + width, 2);
    const into = new Float64Array(3 + inputs * width).fill(1);
    addOuterProduct(rows, 8, rows.values, -2, right, 2, width, into, 3);
    const expected = into.map((_, place) => {
      const column = Math.floor((place - 3) / width);
      const j = (place - 3) % width;
      return place < 3 ? 1 : 1 - 2 * feature(8, column) * (right[2 + j] as number);
    });
    closeTo(into, expected);
  });
});
