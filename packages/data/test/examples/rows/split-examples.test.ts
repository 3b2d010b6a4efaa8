import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/examples/encoding/encode.js';
import { prepareExamples } from '../../../src/examples/prepare-examples.js';
import { splitExamples } from '../../../src/examples/rows/split-examples.js';
import { tableOf } from '../table-of.js';

describe('splitExamples', () => {
  it('finds again, with seed and share of a training, the rows that it kept for testing', () => {
    const table = tableOf([
      'age,sex,y',
      ...Array.from({ length: 60 }, (_, k) => `${k * k},${k % 3 ? 'f' : 'm'},${k % 5 ? 'no' : 'yes'}`),
    ]);
    const prepared = prepareExamples(table, { label: 'y', group: 'sex', testShare: 0.25, seed: 11 });
    const { examples, lines } = encode(table, prepared.encoding);
    const { training, test } = splitExamples(examples, 0.25, 11);
    expect(test.map((row) => lines[row])).toEqual(prepared.lines.test);
    expect(training.map((row) => lines[row])).toEqual(prepared.lines.training);
    expect(test.length).toBe(15);
  });
});
