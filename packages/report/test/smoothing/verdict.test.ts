import type { SmoothingRun } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { verdict } from '../../src/index.js';
import {
  buildSmoothing,
  men,
  pairSearch,
  type SmoothedLike,
  scaledRun,
  smoothingRun,
  within,
  women,
} from '../fixtures/smoothing/build-smoothing.js';

const told = (groups: readonly SmoothedLike[] = [women, men], changes: Partial<SmoothingRun> = {}) =>
  verdict(buildSmoothing([smoothingRun(groups, changes)]));
const percent = '\u202f%';

describe('the verdict on smoothing', () => {
  it('says what is guaranteed, what it costs, and for whom the right class is least probable', () => {
    expect(told().replaceAll(percent, ' %')).toBe(
      'Two people whom the metric puts a distance D apart get answers whose probabilities differ by at most D + 0.05, but for a probability of 1 in 1,000,000, for all pairs of these rows at once. ' +
        'Accuracy is 82.1 % (81.1 % to 83.1 %), 84.8 % before smoothing. ' +
        'Drawn with these probabilities an answer is right for 74.8 % (73.8 % to 75.8 %) of the rows, 83.4 % before; only answers that are drawn keep the guarantee. ' +
        'Worst off is Male: drawn answers are right for 70.0 % (69.0 % to 71.0 %), 80.0 % before, and accuracy is 78.0 % (77.0 % to 79.0 %), 81.0 % before. ' +
        '(1,024 to 16,384 draws a row; 95 % intervals)',
    );
  });

  it('says which scale of the metric it speaks of where there are several', () => {
    const one = smoothingRun();
    expect(told()).not.toContain('At scale');
    const several = verdict(buildSmoothing([one, scaledRun(5)]));
    expect(several).toContain('At scale 1 of the metric, the first of 2: two people whom');
  });

  it('says in one sentence which scale is the most accurate and which promises most', () => {
    const one = smoothingRun();
    const accurate = (constant: number, estimate: number): SmoothingRun => {
      const { population, metric } = one;
      const accuracy = { ...population.accuracy, smoothed: within(estimate, null) };
      return { ...one, metric: { ...metric, constant }, population: { ...population, accuracy } };
    };
    const of = (...runs: SmoothingRun[]) => verdict(buildSmoothing(runs)).replaceAll(percent, ' %');
    expect(of(accurate(1, 0.8), accurate(0.5, 0.7), accurate(4, 0.9))).toContain(
      'By the estimates accuracy is best at scale 4: 90.0 %; the strictest guarantee is that of scale 0.5, where accuracy is 70.0 %.',
    );
    expect(of(accurate(1, 0.8), accurate(2, 0.8))).toContain(
      'By the estimates none of the other scales has a better accuracy; this scale has the strictest guarantee.',
    );
    expect(of(accurate(1, 0.7), accurate(0.5, 0.8))).toContain(
      'accuracy is best at scale 0.5: 80.0 %; the strictest guarantee is that of scale 0.5.',
    );
    expect(of(accurate(1, 0.8))).not.toContain('strictest');
  });

  it('of a run that was stopped says first how many rows its numbers are of', () => {
    const whole = buildSmoothing();
    const stopped = { ...whole, run: { ...whole.run, interrupted: true } };
    expect(verdict({ ...stopped, data: { ...whole.data, rows: 579 } })).toMatch(
      /^Only 320 of 579 rows were smoothed before the run was stopped, and all numbers are of those\. Two people/,
    );
    expect(verdict(stopped)).toMatch(/^Two people .*The run was stopped early; this is what was done until then\. \(/);
  });

  it('rounds the excess up, never down', () => {
    const { guarantee } = smoothingRun();
    expect(told(undefined, { guarantee: { ...guarantee, excess: 0.012345 } })).toContain('at most D + 0.0124,');
    expect(told(undefined, { guarantee: { ...guarantee, excess: 0.0123 } })).toContain('at most D + 0.0123,');
  });

  it('names one pair where the guarantee is for one pair, and promises nothing where nothing is guaranteed', () => {
    const { guarantee } = smoothingRun();
    expect(told(undefined, { guarantee: { ...guarantee, scope: 'each-pair' } })).toContain(
      'for any one pair that is named in advance',
    );
    for (const change of [{ excess: 1 }, { delta: 1 }]) {
      const text = told(undefined, { guarantee: { ...guarantee, ...change } });
      expect(text).toContain('Nothing is guaranteed');
      expect(text).not.toContain('at most D');
    }
  });

  it('says that pairs with rows that were given up may differ by more', () => {
    const { guarantee } = smoothingRun();
    expect(told(undefined, { guarantee: { ...guarantee, short: 12 } })).toContain(
      '12 rows were given up before they had draws enough',
    );
    expect(told()).not.toContain('given up');
  });

  it('calls the worst off an estimate where intervals overlap, and says who has few rows', () => {
    expect(told([{ ...women, half: 0.2 }, men])).toContain('By the estimates worst off is Male:');
    expect(told([women, { ...men, rows: 12, half: 0.2 }])).toContain(
      'By the estimates worst off is Male (only 12 rows):',
    );
  });

  it('names who loses most where that is not who is worst off', () => {
    const loser: SmoothedLike = { ...women, confidence: [0.99, 0.75] };
    expect(told([loser, men])).toContain(
      'By the estimates Female loses most: from 99.0 % to 75.0 % (74.0 % to 76.0 %).'.replaceAll(' %', percent),
    );
    expect(told()).not.toContain('loses most');
  });

  it('says for how many rows no class is named, and for whom most often', () => {
    const text = told([
      { ...women, abstained: 0.01 },
      { ...men, abstained: 0.08 },
    ]);
    expect(text).toMatch(/No class is named for 5\.6\u202f% of the rows, most often for Male: 8\.0\u202f%\./);
  });

  it('says nothing of accuracy without labels', () => {
    const unknown = { model: within(null), smoothed: within(null) };
    const run = smoothingRun();
    const without = (group: SmoothingRun['population']) => ({ ...group, accuracy: unknown, confidence: unknown });
    const text = verdict(
      buildSmoothing([{ ...run, population: without(run.population), groups: run.groups.map(without) }]),
    );
    expect(text).toContain('Without labels nothing is known of who is classified rightly');
    expect(text).not.toMatch(/Accuracy|worst off/);
  });
});

describe('the verdict on a search for unfair pairs', () => {
  const searched = (...searches: Parameters<typeof pairSearch>[]) =>
    verdict(buildSmoothing([], { searches: searches.map((one) => pairSearch(...one)) }));

  it('counts the pairs of all searches and names the worst with its lines, ratio and columns', () => {
    const text = searched(['model', 'nearest'], ['model', 'gradient']);
    expect(text).toContain(
      'Of 3,200 pairs that were looked at, 80 get answers from the model as it is that are farther apart than they are themselves; ' +
        'at worst 10.0 times as far as they are themselves: lines 12 and 40, who differ in age.',
    );
    expect(text).toContain('(by search; what was not looked at is not covered)');
  });

  it('puts a pair that the metric takes for the same before every ratio', () => {
    expect(searched(['model', 'nearest'], ['model', 'changed'])).toContain(
      'at worst 100\u202f% apart for two whom the metric takes for the same: line 5 and a changed copy of it, who differ in sex.',
    );
  });

  it('takes nothing found for no proof', () => {
    expect(searched(['smoothed', 'nearest'])).toContain(
      'Of 1,600 pairs that were looked at, none gets answers from the smoothed model that are more than 0.05 farther apart than they are themselves; that is no proof that there is none.',
    );
  });

  it('calls the worst ratio of sampled answers an estimate', () => {
    expect(searched(['smoothed', 'nearest', { violations: 1 }])).toContain(
      'Of 1,600 pairs that were looked at, 1 gets answers from the smoothed model that are more than 0.05 farther apart than they are themselves; by the estimates at worst',
    );
    expect(searched(['model', 'nearest'])).toContain('they are themselves; at worst');
  });

  it('tells nothing from draws that are too few for any bound', () => {
    expect(searched(['smoothed', 'nearest', { excess: 1 }])).toContain(
      'Of the smoothed model nothing can be told from the 1,600 pairs that were looked at: of so few draws sampling may add anything.',
    );
    expect(searched(['smoothed', 'nearest', { excess: 1, pairs: 1 }])).toContain(
      'from the one pair that was looked at:',
    );
  });

  it('concludes nothing from a result without runs and searches', () => {
    expect(searched()).toMatch(/^Nothing was concluded/);
  });
});
