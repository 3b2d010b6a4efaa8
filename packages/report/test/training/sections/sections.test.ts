import { resultFromJson, resultToJson, type TrainingResult } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/index.js';
import { attacksSection } from '../../../src/training/sections/attacks-section.js';
import { trainingTestedSection } from '../../../src/training/sections/tested-section.js';
import { theoremSection } from '../../../src/training/sections/theorem-section.js';
import { remedyTable } from '../../../src/training/tables/remedy-table.js';
import { hostileNames, withTexts } from '../../fixtures/hostile.js';
import { flaws, malformed } from '../../fixtures/plain-text.js';
import { buildRun, buildTraining, female, male } from '../../fixtures/training/build-training.js';
import { randomTraining } from '../../fixtures/training/random-training.js';
import { attacks, wholeTraining } from '../../fixtures/training/whole-training.js';

/** Drawing a page takes a second or two; each run has fresh numbers. */
const RUNS = 2;

/** Keys of texts that come from outside. */
const outside = ['group', 'most', 'least', 'reason', 'label', 'of', 'path', 'command', 'message'];

describe('the page of private training', () => {
  it('is well formed and reads well with hardly anything in it', async () => {
    const bare = buildTraining([{ ...buildRun([female]), path: null }]);
    for (const result of [bare, buildTraining([])]) {
      expect(flaws(await renderHtml(result))).toEqual([]);
    }
  });

  it('keeps text from outside inert', async () => {
    const page = await renderHtml(withTexts(wholeTraining(), outside, `${hostileNames[1]}${hostileNames[3]}`));
    expect(/<(?:img|script|svg onload)/.test(page)).toBe(false);
    expect(malformed(page)).toBeNull();
  });

  it('is well formed and readable whatever the numbers are', async () => {
    await fc.assert(
      fc.asyncProperty(randomTraining, async (result) => {
        expect(flaws(await renderHtml(resultFromJson(resultToJson(result), 'r.json')))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('says privacy in words with its neighbours, the divisor, and what is not private', () => {
    const { markup } = trainingTestedSection(buildTraining());
    for (const text of [
      'Epsilon 3 and delta 1 in 1,000,000, for data that differ by one row more or less, composed by Renyi differential privacy',
      'divides the sum of gradients by 512, the expected number of rows',
      'This report is not private',
      'sex, which the model does not see: Female 10,771, Male 21,790',
      'Logistic regression: 2 inputs, 3 parameters, logistic loss, convex',
    ])
      expect(markup).toContain(text);
  });
});

it('what many trainings share is said once, and a guarantee too; what is not private is named', () => {
  const { markup } = trainingTestedSection(wholeTraining());
  expect(markup.match(/Epsilon 3 and delta 1 in 1,000,000/g)).toHaveLength(1);
  expect(markup).toContain('Noise multiplier 0.900, penalties: not private: means of groups are used without noise');
  expect(markup.match(/Poisson sampling/g)).toHaveLength(1);
});

it('settings of a remedy are named in words, and what is released again and again is counted', () => {
  const run = buildRun([female]);
  const parts = ['gradients', 'counts', 'counts'].map((name) => ({ name, noiseMultiplier: 10, count: 5 }));
  const algorithm = { ...run.algorithm, settings: { lossBound: 4, bound: 0.5 } };
  const { markup } = trainingTestedSection(buildTraining([{ ...run, algorithm, privacy: { ...run.privacy, parts } }]));
  expect(markup).toContain('Settings of the remedy: loss bound 4<');
  expect(markup).toContain('Counts, 5 times with noise multiplier 10.0 (2 such)');
});

describe('remedies', () => {
  it('say which are private, which are efficient, and narrow only where the interval says so', () => {
    const { columns, rows } = remedyTable(wholeTraining());
    expect(columns.slice(0, 3)).toEqual(['Budget', 'Remedy', 'Private']);
    expect(rows.map((row) => [row[1], row[2], row[5], row[8]])).toEqual([
      ['As it is', 'yes', 'as it is', '\u2605'],
      ['Clipping by group (DPSGD-F)', 'yes', '2.22x (2.17x to 2.27x)', '\u2605'],
      ['Global scaling (DPSGD-Global)', 'yes', '1.11x (1.06x to 1.16x)', ''],
      ['Penalties', '\u2718 no', '6.66x (6.61x to 6.71x)', ''],
    ]);
    expect(rows[3]?.at(-1)).toBe('means of groups are used without noise');
  });
});

it('a factor without an upper end is said by its lower end, and one that may be 1 is not sure', () => {
  const narrowing = (lower: number, upper: number | null) => {
    const whole = wholeTraining();
    const [plain, second] = whole.remedies;
    if (plain === undefined || second === undefined) throw new Error('no remedies');
    const remedies = [plain, { ...second, narrowing: { estimate: 4, lower, upper } }];
    return remedyTable({ ...whole, remedies }).rows[1]?.[5];
  };
  expect(narrowing(2, null)).toBe('2.00x or more');
  expect(narrowing(0.9, null)).toBe('not sure');
  expect(narrowing(0.9, 9)).toBe('not sure');
});

describe('attacks', () => {
  const paragraph = (lower: number | null, claimed: number | null) => {
    const bound = { ...attacks.epsilonLowerBound, lower, claimed } as NonNullable<typeof attacks.epsilonLowerBound>;
    const result: TrainingResult = wholeTraining({ attacks: { ...attacks, epsilonLowerBound: bound } });
    return attacksSection(result, result.runs[0] ?? null, [])?.markup ?? '';
  };

  it('put the bound on epsilon, rounded down, beside the claim', () => {
    expect(paragraph(1.2345678, 3)).toContain(
      'Epsilon is at least 1.23456 by experiment (canary, 1,000 trials, 95\u202f% confidence); the training claims epsilon 3. If errors trade off as under Gaussian noise, which is assumed and not tested, it is at least 1.5.',
    );
    expect(paragraph(null, 3)).toContain('That is no proof that there is none.');
    expect(paragraph(1, null)).toContain('the training claims nothing');
  });

  it('say how many members are found where few others are taken for them', () => {
    const { markup } = attacksSection(wholeTraining(), null, []) ?? { markup: '' };
    expect(markup).toContain('Members found at 1.0\u202f% of others');
    expect(markup).toContain('1.5\u202f%<br><small>(1.0\u202f% to 2.0\u202f%)</small>');
    expect(markup).toContain('Other \u2020');
  });

  it('call a bound above the claim a contradiction, and only that', () => {
    expect(paragraph(3.5, 3)).toContain('The experiment contradicts the claim.');
    expect(paragraph(3, 3)).not.toContain('contradicts');
  });
});

it('output perturbation: excessive risk stands beside its approximation, with their ratio; other trainings have no such table', () => {
  const run = buildRun([female, male]);
  const groups = run.groups.map((group) => ({ ...group, approximation: 0.01 }));
  const markup = theoremSection(buildTraining([{ ...run, groups, method: 'exact' }]))?.markup ?? '';
  expect(markup).toContain('Excessive risk, computed');
  expect(markup).toContain('>1.21<');
  expect(markup).toContain('>3.12<');
  expect(theoremSection(buildTraining())).toBeNull();
});
