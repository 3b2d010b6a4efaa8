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
  it.skipIf(missing)('Bank has 41,188 calls with 4,640 that said yes, and 30,488 complete ones', () => {
    const table = read('bank-additional-full.csv');
    const all = prepareExamples(table, { group: 'age', bands: [30, 45, 60], missing: 'level', testShare: 0 });
    expect([all.training.rows, positives(all.training.target)]).toEqual([41_188, 4640]);
    expect(all.training.groupNames).toEqual(['under 30', '30 to 44', '45 to 59', '60 and over']);
    const complete = prepareExamples(table, { group: 'marital' });
    expect(complete.training.rows + (complete.test?.rows as number)).toBe(30_488);
    expect(complete.training.groupNames).toEqual(['divorced', 'married', 'single']);
    expect(complete.training.featureNames).not.toContain('duration');
  });
});
