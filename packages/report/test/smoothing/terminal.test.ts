import type { SmoothingResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { terminalBlocks } from '../../src/index.js';
import { buildSmoothing, pairSearch, smoothingRun, wholeSmoothing } from '../fixtures/smoothing/build-smoothing.js';

const whole = wholeSmoothing();
const audit = buildSmoothing([], { searches: [pairSearch('model', 'nearest'), pairSearch('model', 'changed')] });

describe('smoothing in a terminal', () => {
  it('shows all rows and groups under every scale, the metric, then searches and worst pairs', () => {
    const [table, verdict, metric, weights, searches, , ofModel, , ofSmoothed] = terminalBlocks(whole);
    expect(table).toMatchObject({ rows: { length: 5 * 4 } });
    expect(JSON.stringify(table)).toContain('Other \u2020');
    expect(metric).toBe(
      'Metric: the root of the sum of the squared weighted differences (L2); weights in proportion to the coefficients of a logistic model, multiplied by 1. ' +
        'Distances here are those at scale 1. This counts for nothing: sex=Male. The columns that count, in the units that the model reads:',
    );
    expect(weights).toMatchObject({
      rows: [
        ['hours-per-week', '0.0500', '2.00'],
        ['age', '0.0200', '5.00'],
      ],
    });
    expect(verdict).toContain('D + 0.05');
    expect(searches).toMatchObject({ rows: { length: 6 } });
    expect(ofModel).toMatchObject({
      rows: [
        ['line 5', 'changed copy', 'sex changed', 'sex=Male 0 / 1', '0', '100\u202f%', '\u2013'],
        expect.anything(),
        expect.anything(),
      ],
    });
    expect(ofSmoothed).toMatchObject({ rows: { length: 3 } });
  });

  it('has one group, which is all rows again, no second time', () => {
    const { population, ...run } = smoothingRun();
    const one = { ...run, population, groups: [{ ...population, group: 'all rows' }] };
    expect(terminalBlocks(buildSmoothing([one]))[0]).toMatchObject({
      columns: ['group', 'rows', expect.anything(), expect.anything(), 'class >50K before -> after'],
      rows: [['all rows', expect.anything(), expect.anything(), expect.anything(), expect.anything()]],
    });
  });

  it('says what a dagger is under tables that have one, and nothing of daggers under others', () => {
    const saysSo = (result: SmoothingResult) => terminalBlocks(result).some((block) => /^A dagger/.test(String(block)));
    expect([whole, buildSmoothing(), audit].map(saysSo)).toEqual([true, false, false]);
  });

  it('says what a dash among the worst pairs stands for', () => {
    expect(terminalBlocks(whole)).toContain(
      'A dash stands for a ratio that is not defined: the metric sees them as the same.',
    );
  });

  it('names the columns that count most where there are many, and gives one number where all count the same', () => {
    const { metric, ...run } = smoothingRun();
    const told = (scales: readonly number[]) =>
      terminalBlocks(
        buildSmoothing([
          { ...run, metric: { ...metric, columns: scales.map((_, k) => `c${k}`), scales: [...scales], held: [] } },
        ]),
      ).slice(2);
    expect(told([1, 7, 3, 2, 6, 5, 4, 0])).toEqual([
      expect.stringMatching(/multiplied by 1\. This counts for nothing: c7\. The 5 of 7 columns that count most, /),
      expect.objectContaining({
        rows: ['c1', 'c4', 'c5', 'c6', 'c2'].map((name, k) => [
          name,
          `${7 - k}.00`,
          ['0.0143', '0.0167', '0.0200', '0.0250', '0.0333'][k],
        ]),
      }),
    ]);
    expect(told([2, 2])).toEqual([
      expect.stringMatching(/multiplied by 1\. A difference of 1 in any of the 2 columns makes a distance of 2\.00\.$/),
    ]);
    expect(told([0, 2])).toEqual([
      expect.stringMatching(
        /A difference of 1 in the one column that counts makes a distance of 2\.00\. This counts for nothing: c0\.$/,
      ),
    ]);
    expect(told([2, 0, 2])[0]).toContain('in any of the 2 columns that count makes');
    expect(told([0, 0])).toEqual([expect.stringMatching(/No column counts: all people are the same to it\.$/)]);
    expect(told([1, 0, 0, 0, 0, 0, 0])[0]).toContain('These count for nothing: c1, c2, c3, c4, c5 and 1 more.');
  });

  it('names a column once where no level of it counts, and single levels where another one does', () => {
    const { metric, ...run } = smoothingRun();
    const columns = ['age', 'sex=F', 'race=A', 'race=B', 'town=X', 'town=Y', 'pay=now'];
    const told = { ...run, metric: { ...metric, columns, scales: [1, 0, 0, 0, 2, 0, 0], held: [] } };
    expect(terminalBlocks(buildSmoothing([told]))[2]).toContain(
      'These count for nothing: sex=F, race, town=Y, pay=now.',
    );
  });

  it('of an audit of the model alone has the searches as its table', () => {
    expect(terminalBlocks(audit)[0]).toMatchObject({
      rows: [['the model as it is', 'nearest rows', '320', '1,600', '40', '0', '10.0'], expect.anything()],
    });
  });
});
