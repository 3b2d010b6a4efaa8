import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import { readTable } from '../../src/read-table.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const missing = !existsSync(folder);
if (missing) console.warn(`SKIPPED: the tests named "real" of examples, because there is no folder ${folder}`);

const read = (file: string) => readTable(readFileSync(`${folder}/learning/${file}`), { file });
const positives = (target: Float64Array) => target.reduce((sum, value) => sum + value, 0);

describe('real', () => {
  it.skipIf(missing)('Adult has 30,162 and 15,060 complete rows and 104 features, two of them of sex', () => {
    const table = read('adult.data');
    const { training, test, warnings } = prepareExamples(table, { group: 'sex', test: read('adult.test') });
    expect([training.rows, test?.rows, training.featureNames.length]).toEqual([30_162, 15_060, 102]);
    // Counted by a csv reader of another language.
    expect(positives(training.target)).toBe(7508);
    expect(positives((test as typeof training).target)).toBe(3700);
    expect(warnings.map(({ code }) => code)).toEqual(['missing-values', 'preprocessing-not-private']);
    const withSex = prepareExamples(table, { group: 'sex', groupAsFeature: true, testShare: 0 });
    expect(withSex.training.featureNames.length).toBe(104);
  });
});
