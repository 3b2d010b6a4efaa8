import { describe, expect, it } from 'vitest';
import { describeModel } from '../../../src/index.js';
import { addMatrixTimesRow } from '../../../src/models/kernels/add-matrix-times-row.js';
import { addOuterProduct } from '../../../src/models/kernels/add-outer-product.js';
import { addRowTimesMatrix } from '../../../src/models/kernels/add-row-times-matrix.js';
import { featureRows } from '../../../src/models/kernels/feature-rows.js';
import { productAdder } from '../../../src/models/kernels/product-adder.js';
import { makeTransposedRows, transposeRows } from '../../../src/models/kernels/transposed-rows.js';
import { madeExamples, madeVector } from '../made-examples.js';

const inputs = 11;
const description = describeModel({ kind: 'linear', inputs, classes: 0 });
const examples = madeExamples(description, 300);
const rows = featureRows(examples, inputs);
const feature = (row: number, column: number): number => examples.features[row * inputs + column] as number;

/** Widths on both sides of what is unrolled. */
const widths = [1, 2, 3, 7, 8, 9, 16, 19];

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
    const turned = makeTransposedRows(5, inputs);
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
  });
});

describe.each(widths)('products with %d columns', (width) => {
  const matrix = madeVector(3 + inputs * width, 1);
  const entry = (column: number, j: number): number => matrix[3 + column * width + j] as number;
  const right = madeVector(2 + width, 2);

  it('of a row and a matrix are the textbook sums, added to what is there', () => {
    const out = new Float64Array(width + 2).fill(1);
    addRowTimesMatrix(rows, 8, rows.values, matrix, 3, width, out, 2);
    const expected = new Float64Array(width + 2).fill(1);
    for (let j = 0; j < width; j++) {
      for (let column = 0; column < inputs; column++) {
        expected[j + 2] = (expected[j + 2] as number) + feature(8, column) * entry(column, j);
      }
    }
    closeTo(out, expected);
  });

  it('of a matrix and a column are the textbook sums where the row keeps its column, and untouched elsewhere', () => {
    const out = new Float64Array(inputs).fill(1);
    addMatrixTimesRow(rows, 8, matrix, 3, width, right, 2, out);
    const expected = out.map((_, column) => {
      let sum = 1;
      for (let j = 0; j < width; j++) sum += entry(column, j) * (right[2 + j] as number);
      return feature(8, column) === 0 ? 1 : sum;
    });
    closeTo(out, expected);
  });

  it('that are outer are the textbook products', () => {
    const into = new Float64Array(3 + inputs * width).fill(1);
    addOuterProduct(rows, 8, rows.values, -2, right, 2, width, into, 3);
    const expected = into.map((_, place) => {
      const column = Math.floor((place - 3) / width);
      const j = (place - 3) % width;
      return place < 3 ? 1 : 1 - 2 * feature(8, column) * (right[2 + j] as number);
    });
    closeTo(into, expected);
  });

  it('that are outer and summed over 290 rows, some twice and some of weight 0, are the sum of single ones', () => {
    const places = Int32Array.from({ length: 290 }, (_, r) => (r * 7) % 200);
    const weights = madeVector(290, 3).map((value, r) => (r % 5 === 0 ? 0 : value));
    const delta = madeVector(290 * width, 4);
    const into = new Float64Array(3 + inputs * width).fill(1);
    productAdder([{ inputs, outputs: width }], 290)(inputs, rows, places, 290, weights, delta, width, into, 3);
    const expected = new Float64Array(into.length).fill(1);
    places.forEach((row, r) => {
      for (let column = 0; column < inputs; column++) {
        for (let j = 0; j < width; j++) {
          const place = 3 + column * width + j;
          const product = (weights[r] as number) * feature(row, column) * (delta[r * width + j] as number);
          expected[place] = (expected[place] as number) + product;
        }
      }
    });
    closeTo(into, expected);
  });
});
