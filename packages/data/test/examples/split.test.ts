import { describe, expect, it } from 'vitest';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import type { PrepareOptions } from '../../src/examples/prepare-options.js';
import { caught } from '../caught.js';
import { tableOf } from './table-of.js';

const rows = Array.from(
  { length: 500 },
  (_, row) => `${row},${row % 5 === 0 ? 'b' : 'a'},${row % 3 === 0 ? 'yes' : 'no'}`,
);
const table = tableOf(['x,g,y', ...rows]);
const options: PrepareOptions = { label: 'y', group: 'g', keep: ['x'], scale: 'none' };
const valuesOf = (examples: { features: Float64Array } | null) => [...(examples?.features ?? [])];
const countOf = (codes: Int32Array | undefined, wanted: number) => codes?.filter((code) => code === wanted).length;

describe('the split', () => {
  it('puts every row in one part, a fifth of every group and class in that for testing, and keeps the order', () => {
    const { training, test } = prepareExamples(table, options);
    const [one, other] = [valuesOf(training), valuesOf(test)];
    expect([...one, ...other].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
    for (const part of [one, other]) expect(part).toEqual([...part].sort((a, b) => a - b));
    expect(test?.rows).toBe(100);
    // 100 rows of b, of which those divisible by 15 say yes: 34.
    expect([countOf(test?.group, 0), countOf(test?.group, 1)]).toEqual([80, 20]);
    const yes = test?.target.filter((target, row) => target === 1 && test.group[row] === 1).length;
    expect(Math.abs((yes as number) - 34 / 5)).toBeLessThanOrEqual(1);
  });

  it('is the same for the same seed and another for another', () => {
    const [one, same, other] = [7, '7', 8].map((seed) => valuesOf(prepareExamples(table, { ...options, seed }).test));
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('keeps at least one row of each group and class for training, whatever the share', () => {
    const { training } = prepareExamples(tableOf(['x,g,y', '1,a,0', '2,a,0', '3,a,1', '4,b,1', '5,b,0']), {
      ...options,
      testShare: 0.9,
    });
    const kinds = [...training.group].map((group, row) => `${group}${training.target[row]}`);
    expect(new Set(kinds)).toEqual(new Set(['00', '01', '10', '11']));
  });

  it('uses as many training rows of a group as were asked for, and the same rows of the others and for testing', () => {
    const full = prepareExamples(table, options);
    const { training, test } = prepareExamples(table, { ...options, groupSize: { a: 25 } });
    expect([countOf(training.group, 0), countOf(training.group, 1)]).toEqual([25, 80]);
    expect(valuesOf(test)).toEqual(valuesOf(full.test));
    const used = new Set(valuesOf(training));
    expect(valuesOf(full.training).filter((x) => x % 5 === 0 && !used.has(x))).toEqual([]);
    const fullRows = new Set(valuesOf(full.training));
    expect([...used].filter((x) => !fullRows.has(x))).toEqual([]);
  });

  it.each([0, 1.5, 321, Number.NaN])('refuses %d of 320 rows of a group', (size) => {
    const { faults } = caught(() => prepareExamples(table, { ...options, groupSize: { a: size } }));
    expect(faults).toMatchObject([{ value: size, allowed: 'a whole number from 1 to 320' }]);
  });

  it('refuses the size of a group that is not there', () => {
    const { code, faults } = caught(() => prepareExamples(table, { ...options, groupSize: { c: 5 } }));
    expect([code, faults]).toMatchObject(['usage', [{ value: 'c', allowed: 'a, b' }]]);
  });
});
