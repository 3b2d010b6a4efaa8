import { describe, expect, it } from 'vitest';
import { verdict } from '../../src/index.js';
import {
  along,
  buildStability,
  type CellLike,
  cellOf,
  repeated,
  wholeStability,
} from '../fixtures/stability/build-stability.js';

const at = (algorithm: CellLike['algorithm'], stab: number | null, more: Partial<CellLike> = {}) =>
  cellOf({ algorithm, group: 'race', lambda: 0.01, stab, rate: 0.6, accuracy: 0.84, ...more });
const told = (...cells: ReturnType<typeof cellOf>[]) => verdict(buildStability(cells)).replaceAll('\u202f', ' ');

describe('the verdict on stable and fair classification', () => {
  it('names the most and the least stable, and what the most stable costs', () => {
    expect(told(at('zvrg', 40), at('kaas', 90), at('gyf', 60))).toBe(
      'Race: at lambda 0.01 the most stable is ZVRG: two of its classifiers, trained on different random parts of the same rows, are expected to differ on 40.0 (38.0 to 42.0) of 9,045 test rows. ' +
        'Its accuracy is 84.0 % (83.9 % to 84.1 %), and its statistical rate (1 where groups get the favourable class equally often) 0.600 (0.590 to 0.610). ' +
        'The least stable is KAAS, with 90.0 (88.0 to 92.0). (4 repetitions; 95 % intervals)',
    );
  });

  it('calls overlapping intervals no difference', () => {
    const text = told(at('zvrg', 40), at('kaas', 42), at('gyf', 90));
    expect(text).toContain(
      'Race: at lambda 0.01 the stability of ZVRG and KAAS cannot be told apart: of 9,045 test rows two classifiers, trained on different random parts of the same rows, are expected to differ on 40.0 (38.0 to 42.0) with ZVRG to 42.0 (40.0 to 44.0) with KAAS.',
    );
    expect(text).toContain('The least stable is GYF');
    expect(text).not.toContain('the most stable is');
    expect(told(at('zvrg', 40), at('kaas', 90), at('gyf', 91))).not.toContain('least stable');
  });

  it('claims nothing without intervals', () => {
    const text = told(at('zvrg', 40, { half: null }), at('kaas', 90, { half: null }));
    expect(text).toContain('cannot be told');
    expect(text).not.toMatch(/the most stable is|least stable/);
  });

  it('compares at the lambda where most algorithms have numbers, of several the largest', () => {
    const text = told(at('zvrg', 40), at('kaas', 90), at('zvrg', 20, { lambda: 0.05 }));
    expect(text).toContain('Race: at lambda 0.01 the most stable is ZVRG');
  });

  it('says what lambda does as far as intervals say, with the numbers of the statistical rate', () => {
    const text = told(
      ...along('zvrg', 'sex', { stab: 100, rate: [0.33, 0.47] }),
      ...along('kaas', 'sex', { stab: 150, rate: [0.27, 0.13] }),
      ...along('gyf', 'sex', { stab: 120, rate: [0.3, 0.305] }),
    );
    expect(text).toContain(
      'From lambda 0 to 0.05 the number of rows that differ falls for all 3 algorithms; the statistical rate falls for KAAS (0.270 to 0.130) and rises for ZVRG (0.330 to 0.470); accuracy falls for all 3 algorithms.',
    );
  });

  it('says that nothing clearly changes where no interval does', () => {
    const text = told(at('zvrg', 40, { lambda: 0 }), at('zvrg', 39), at('kaas', 90, { lambda: 0 }), at('kaas', 91));
    expect(text).toContain(
      'From lambda 0 to 0.01 the number of rows that differ does not clearly change; the statistical rate does not clearly change; accuracy does not clearly change.',
    );
  });

  it('tells what shrinkage does alone from what fairness terms add', () => {
    const text = told(
      ...along('plain', 'race', { stab: 68, rate: [0.52, 0.75] }),
      ...along('zvrg', 'race', { stab: 66, rate: [0.58, 0.76] }),
      ...along('kaas', 'race', { stab: 120, rate: [0.57, 0.3] }),
      ...along('gyf', 'race', { stab: 120, rate: [0.57, 0.9] }),
    );
    expect(text).toContain(
      'Shrinkage alone (plain, without a fairness term) takes the statistical rate from 0.520 (0.510 to 0.530) to 0.750 (0.740 to 0.760) at lambda 0.05; ' +
        'the fairness term makes it clearly higher with GYF, 0.900 (0.890 to 0.910); the fairness term makes it clearly lower with KAAS, 0.300 (0.290 to 0.310); no clear difference is made by that of ZVRG.',
    );
    expect(text).toContain(
      'From lambda 0 to 0.05 the number of rows that differ falls for all 4 algorithms; accuracy falls',
    );
    expect(told(...along('zvrg', 'race', { stab: 66, rate: [0.58, 0.76] }))).not.toContain('Shrinkage');
  });

  it('says that fits did not converge, and where the statistical rate is not defined', () => {
    expect(told(at('zvrg', 40, { converged: 3 }), at('kaas', 90))).toContain('1 of 8 fits did not converge.');
    expect(told(at('zvrg', 40), at('kaas', 90))).not.toContain('converge');
    const rate = { ...repeated(0.6, 0.01, 'no group gets it in 1 repetition'), defined: 3 };
    const cell = { ...at('gyf', 40), statisticalRate: rate };
    expect(told(cell)).toContain(
      'Statistical rate: not defined in 1 of 4 repetitions of GYF at lambda 0.01 (no group gets it in 1 repetition).',
    );
  });

  it('tells draws that nothing could be fitted to from fits that did not converge, and numbers without a spread from undefined ones', () => {
    const one = at('zvrg', 40, { converged: 3 });
    const lost = { ...one, fits: one.fits.map((fit) => (fit.converged ? fit : { ...fit, accuracy: null })) };
    expect(told(lost, at('kaas', 90))).toContain('Nothing could be fitted in 1 of 8 trainings');
    expect(told(lost, at('kaas', 90))).not.toContain('converge');
    const equal = {
      ...at('gyf', 40),
      statisticalRate: { ...repeated(0.6, null, 'the same in every one'), defined: 4 },
    };
    expect(told(equal)).not.toContain('not defined');
  });

  it('says so where everybody gets the favourable class, and what is alike once', () => {
    const everybody = (algorithm: 'zvrg' | 'plain') => {
      const cell = at(algorithm, 0, { half: null, rate: 1 });
      return { ...cell, rates: cell.rates.map((one) => ({ ...one, rate: { ...repeated(1, null), deviation: 0 } })) };
    };
    const text = told(everybody('zvrg'), everybody('plain'));
    expect(text).toContain('are expected to differ on 0 with each of them.');
    expect(text).toContain(
      'Every test row gets the favourable class in all repetitions of ZVRG at lambda 0.01 and plain at lambda 0.01:',
    );
    expect(told(at('zvrg', 0), at('plain', 0))).not.toContain('Every test row');
  });

  it('does not call it no difference where the statistical rate is not defined, and counts where it is not', () => {
    const nobody = { ...repeated(null, null, 'nobody gets it'), defined: 0 };
    const cells = [
      ...along('plain', 'race', { stab: 68, rate: [0.52, 0.75] }),
      ...along('zvrg', 'race', { stab: 66, rate: [0.5, 0.7] }),
    ];
    const without = (algorithm: string) =>
      told(
        ...cells.map((cell) =>
          cell.algorithm === algorithm && cell.lambda > 0.01 ? { ...cell, statisticalRate: nobody } : cell,
        ),
      );
    expect(without('zvrg')).toContain('at lambda 0.05; it is not defined with ZVRG.');
    expect(without('zvrg')).toContain(
      'Statistical rate: not defined in 8 of 8 repetitions of ZVRG at lambda 0.02 (4 of 4) and ZVRG at lambda 0.05 (4 of 4) (nobody gets it).',
    );
    expect(without('plain')).toContain(
      'What shrinkage alone does to the statistical rate cannot be said: it is not defined with plain at lambda 0.05.',
    );
    for (const text of [without('zvrg'), without('plain')]) expect(text).not.toContain('no clear difference');
  });

  it('of a run that was stopped says how many repetitions ended and what has not run, and calls none of it undefined', () => {
    const stopped = (ended: readonly number[]) => {
      const cells = (['plain', 'zvrg', 'private'] as const).map((algorithm, k) => {
        const cell = at(algorithm, ended[k] === 0 ? null : 40);
        const none = { ...repeated(null, null, 'no repetition is done'), defined: 0 };
        return ended[k] === 0
          ? { ...cell, statisticalRate: none, fits: [] }
          : { ...cell, fits: cell.fits.slice(0, ended[k]) };
      });
      const run = { ...buildStability([]).run, interrupted: true };
      return verdict(buildStability(cells, { run }));
    };
    expect(stopped([3, 2, 0])).toContain(
      'The run was stopped early: 1 of 3 cells has not run yet (private); of the others 2 to 3 of 4 repetitions have ended. (2 to 3 of 4 repetitions; ',
    );
    expect(stopped([3, 3, 3])).toContain('The run was stopped early: 3 of 4 repetitions have ended. (3 of 4 ');
    expect(stopped([4, 4, 0])).toContain('of the others 4 repetitions have ended. (4 repetitions; ');
    expect(stopped([4, 4, 4])).toContain('all 4 repetitions have ended, but not all that was to follow');
    expect(stopped([0, 0, 0])).toMatch(
      /^Nothing was concluded: no repetition has ended yet\. .*before a repetition had ended/,
    );
    for (const ended of [
      [3, 2, 0],
      [0, 0, 0],
    ])
      expect(stopped(ended)).not.toMatch(/not defined|no difference/);
  });

  it('concludes nothing from nothing', () => {
    expect(told()).toMatch(/^Nothing was concluded: the result holds no classifier/);
    expect(told(at('zvrg', null))).toMatch(/^Nothing was concluded: too few repetitions/);
  });

  it('speaks of two columns of groups', () => {
    const text = verdict(wholeStability());
    expect(text).toContain('Race: at lambda 0.05');
    expect(text).toContain('Sex: at lambda 0.05');
  });
});
