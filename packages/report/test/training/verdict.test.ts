import type { TrainingResult, TrainingRun } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { verdict } from '../../src/index.js';
import { remedyFrontier } from '../../src/training/figures/remedies/remedy-frontier.js';
import { remedyTable } from '../../src/training/tables/remedy-table.js';
import { movedCell } from '../../src/training/verdict/moved-words.js';
import { about, buildRun, buildTraining, female, male } from '../fixtures/training/build-training.js';
import { remedyOf, wholeTraining } from '../fixtures/training/whole-training.js';

const told = (changes: Partial<TrainingRun>, groups = [female, male]) =>
  verdict(buildTraining([buildRun(groups, changes)]));

describe('the verdict on private training', () => {
  it('says what it costs whom, who bears most, from what, and what it does to accuracy', () => {
    expect(verdict(buildTraining())).toBe(
      'Training with epsilon 3 raises the mean loss of Male by 0.0312 (0.0306 to 0.0318) and Female by 0.0121 (0.0117 to 0.0125). ' +
        'Most is borne by Male: 0.0191 (0.0183 to 0.0199) more than by Female, which bears least. ' +
        'Most of what Male bears comes from clipping, 0.0260 (0.0257 to 0.0263); noise adds 0.00520. ' +
        'Accuracy on test rows is 83.0\u202f% with privacy and 85.0\u202f% without. (8 repetitions; 95\u202f% intervals)',
    );
  });

  it('is never louder than the intervals', () => {
    const open = { ...female, half: 0.02 };
    expect(told({}, [open, male])).toContain(
      'For Female the cost is not distinguishable from zero with 8 repetitions.',
    );
    expect(told({}, [open, { ...male, half: 0.05 }])).toContain(
      'Training with epsilon 3 has a cost that is not distinguishable from zero for any group with 8 repetitions.',
    );
    const gap = { ...about(0.02, 0.03), most: 'Male', least: 'Female', withoutSmall: null, reason: null };
    const unsure = told({ gap });
    expect(unsure).toContain('Who bears most cannot be told');
    expect(unsure).not.toMatch(/Most is borne|Most of what/);
  });

  it('names all who may bear most, and says who has few rows', () => {
    const rival = { ...male, group: 'Other', risk: 0.0308 };
    const text = told({}, [female, male, rival]);
    expect(text).toContain('Most is borne by Male and Other, which of them cannot be told');
    expect(text).not.toContain('Most is borne by Male:');
    const run = buildRun([female, male]);
    const small = { ...run, groups: run.groups.map((group) => ({ ...group, small: group.group === 'Female' })) };
    expect(verdict(buildTraining([small]))).toMatch(/Little can be read from Female, which has [\d,]+ training rows/);
  });

  it('says what the difference is without groups of few rows, where one of them makes the widest', () => {
    const others = { ...about(0.0191, 0.0008), most: 'Male', least: 'Female' };
    const gap = { ...about(0.04, 0.01), most: 'Male', least: 'Other', withoutSmall: others, reason: null };
    const few = { ...female, group: 'Other', rows: 12, risk: -0.01 };
    expect(told({ gap }, [female, male, few])).toContain(
      'Little can be read from Other, which has 12 training rows; between groups that have more the widest difference is 0.0191 (0.0183 to 0.0199), between Male and Female.',
    );
    const open = { ...gap, withoutSmall: { ...others, lower: 0 } };
    expect(told({ gap: open }, [female, male, few])).toContain(
      '; between groups that have more no difference can be told from zero.',
    );
    expect(told({ gap: { ...gap, least: 'Female' } }, [female, male, few])).not.toContain('groups that have more');
  });

  it('gives of a number that is predicted the error in its own unit, and says what the loss is measured in', () => {
    const run = buildRun([female, male]);
    const population = {
      ...run.population,
      accuracy: { nonPrivate: about(null), private: about(null) },
      testError: { nonPrivate: about(1200, 10), private: about(1350, 10) },
    };
    const base = buildTraining([{ ...run, population }]);
    const { data, model } = base;
    if (data === null || model === null) throw new Error('no data');
    const scaling = { mean: 40_000, deviation: 12_500, scaledBy: 'training' as const };
    const encoding = {
      label: { column: 'income', classes: [], scaling },
      group: { column: 'sex', names: ['Female', 'Male'], bands: [] },
      ...{ columns: [], dropped: [], missing: 'drop' as const, missingTexts: [], decimal: null, radius: null },
    };
    const result = (label: typeof encoding.label.scaling | { mean: 0; deviation: 1; scaledBy: 'nothing' }) => ({
      ...base,
      data: { ...data, classes: [], encoding: { ...encoding, label: { ...encoding.label, scaling: label } } },
      model: { ...model, kind: 'linear' as const, loss: 'squared' as const },
    });
    expect(verdict(result(scaling))).toContain(
      'The root mean squared error on test rows, in the unit of income, is 1,350 with privacy and 1,200 without. The loss is half the squared error, in squared standard deviations of income (one is 12,500).',
    );
    expect(verdict(result({ mean: 0, deviation: 1, scaledBy: 'nothing' }))).toContain(
      'The loss is half the squared error, in the squared unit of income.',
    );
    expect(verdict(base)).not.toContain('The loss is');
  });

  it('concludes nothing from trainings that did not learn', () => {
    const warnings = [{ code: 'training-unstable' as const, message: 'it did not learn' }];
    expect(verdict({ ...buildTraining(), warnings })).toMatch(/^Nothing can be concluded: even without privacy/);
  });

  it('says that a group gains where its interval says so', () => {
    expect(told({}, [{ ...female, risk: -0.01 }, male])).toContain(
      'It lowers that of Female by 0.0100 (0.00960 to 0.0104).',
    );
  });

  it('names the larger part only where the intervals of the parts are apart, and noise that takes away', () => {
    expect(told({}, [female, { ...male, clippingPart: 0.004 }])).toContain(
      'Most of what Male bears comes from noise, 0.0272 (0.0269 to 0.0275); clipping adds 0.00400.',
    );
    expect(told({}, [female, { ...male, clippingPart: 0.0157 }])).toContain('whether Male pays more'.replace('w', 'W'));
    expect(told({}, [female, { ...male, clippingPart: 0.04 }])).toContain('noise takes away 0.00880.');
  });

  it('speaks of no clipping where nothing is clipped', () => {
    const { algorithm } = buildRun([female, male]);
    expect(told({ algorithm: { ...algorithm, name: 'output-perturbation', clipping: null } })).not.toContain(
      'clipping',
    );
  });

  it('gives estimates without claims for one repetition', () => {
    const run = buildRun([{ ...female, half: Number.NaN }, male]);
    const bare = (value: number) => about(value, null);
    const text = verdict(
      buildTraining([
        {
          ...run,
          repetitions: 1,
          groups: run.groups.map((group, k) => ({ ...group, excessiveRisk: bare(k === 0 ? 0.0121 : 0.0312) })),
          gap: { ...bare(0.0191), most: 'Male', least: 'Female', withoutSmall: null, reason: null },
        },
      ]),
    );
    expect(text).toContain(
      'changes the mean loss of Male by 0.0312 and Female by 0.0121; one repetition gives no interval.',
    );
    expect(text).toContain('By the estimate most is borne by Male: 0.0191 more than by Female.');
    expect(text).toContain('(1 repetition, no intervals)');
  });

  it('begins with what is not private, or not guaranteed', () => {
    const { privacy } = buildRun([female, male]);
    expect(told({ privacy: { ...privacy, private: false, reason: 'group means are used', epsilon: null } })).toMatch(
      /^This training is not private: group means are used\. Training with noise multiplier 0\.900/,
    );
    expect(told({ privacy: { ...privacy, epsilon: null } })).toMatch(/^No guarantee was computed for this training\./);
  });

  it('says how many repetitions diverged, and nothing else where all did', () => {
    expect(told({ diverged: { repetitions: 2, firstStep: 7 } })).toContain(
      '2 of 10 repetitions diverged (the first after step 7) and are left out',
    );
    const run = buildRun([female, male]);
    const none = { ...run, repetitions: 0, population: { ...run.population, excessiveRisk: about(null) } };
    expect(verdict(buildTraining([{ ...none, diverged: { repetitions: 4, firstStep: 7 } }]))).toBe(
      'Nothing was concluded: the loss ceased to be finite in all 4 repetitions, first after step 7. A smaller learning rate or more clipping may help.',
    );
    const perturbed = { ...run.algorithm, name: 'objective-perturbation' as const, clipping: null };
    expect(told({ algorithm: perturbed, diverged: { repetitions: 2, firstStep: null } })).toContain(
      '2 of 10 repetitions did not reach the minimum that the guarantee is of and are left out',
    );
    expect(
      verdict(buildTraining([{ ...none, algorithm: perturbed, diverged: { repetitions: 4, firstStep: null } }])),
    ).toBe(
      'Nothing was concluded: all 4 repetitions did not reach the minimum that the guarantee is of. More regularization may help.',
    );
    expect(verdict(buildTraining([none]))).toBe('Nothing was concluded: no repetition was finished.');
    expect(verdict(buildTraining([]))).toBe('Nothing was concluded: the result holds no training.');
  });

  it('opens with the smallest epsilon and says what the largest does', () => {
    const run = buildRun([female, male]);
    const large = { ...run, privacy: { ...run.privacy, epsilon: 10 } };
    expect(verdict(buildTraining([large, run]))).toContain(
      'With epsilon 10 the widest difference is 0.0191 (0.0183 to 0.0199).',
    );
    const open = { ...large, gap: { ...large.gap, lower: 0 } };
    expect(verdict(buildTraining([run, open]))).toContain(
      'With epsilon 10 the difference between groups cannot be told from zero.',
    );
  });

  it('quotes the safe end of the best private remedy, and praises none that is not private or not sure', () => {
    expect(verdict(wholeTraining())).toContain(
      'Of the 2 private remedies tested clipping by group (DPSGD-F) narrows the difference most: at least 2.17-fold, by its own interval, with an accuracy of 83.5\u202f%: Male, which bore most, bears 0.0183 (0.0173 to 0.0193) less.',
    );
    const unsure = (result: TrainingResult) => ({
      ...result,
      remedies: [
        remedyOf('none', 0, 0.84, 0.03, true),
        { ...remedyOf('by-group', 1, 0.84, 0.03, true), narrowing: about(1.1, 0.2) },
        remedyOf('penalties', 3, 0.84, 0.001, false),
      ],
    });
    expect(verdict(unsure(wholeTraining()))).toContain(
      'The private remedy tested does not clearly narrow the difference.',
    );
  });

  describe('says who gains and who loses by a remedy', () => {
    /** Two remedies, the first of which narrows more; of it the changes of Female and Male, which bore least and most. */
    const changed = (least: number, most: number, other: readonly [number, number] = [0, -0.001]) => {
      const remedy = (id: string, run: number, gap: number, changes: readonly [number, number]) => ({
        ...remedyOf(id, run, 0.83, gap, true),
        changes: ['Female', 'Male'].map((group, k) => ({ group, excessiveRisk: about(changes[k] as number, 0.0005) })),
      });
      const remedies = [
        remedy('none', 0, 0.0333, [0, 0]),
        remedy('global', 1, 0.01, [least, most]),
        remedy('parity', 2, 0.02, other),
      ];
      const runs = remedies.map(({ id }) => buildRun([female, male], { id }));
      return buildTraining(runs, { remedies });
    };

    it('that narrows because the worse off gain', () => {
      expect(verdict(changed(0, -0.02))).toContain(
        'with an accuracy of 83.0\u202f%: Male, which bore most, bears 0.0200 (0.0195 to 0.0205) less. (8',
      );
      expect(verdict(changed(0.01, -0.02))).toContain(
        ': Male, which bore most, bears 0.0200 (0.0195 to 0.0205) less, but Female bears 0.0100 (0.00950 to 0.0105) more.',
      );
    });

    it('that levels down, and which of the others does not', () => {
      expect(verdict(changed(0.02, 0))).toContain(
        '. It does so by levelling down: Female, which bore least, bears 0.0200 (0.0195 to 0.0205) more, and Male, which bore most, does not clearly bear less. Of those that do not level down training towards equal losses (Lagrangian parity) narrows it most: at least 1.61-fold.',
      );
      const both = verdict(changed(0.05, 0.03, [0.02, 0.01]));
      expect(both).toContain(
        'by levelling down: Female, which bore least, bears 0.0500 (0.0495 to 0.0505) more, and Male bears 0.0300',
      );
      expect(both).not.toContain('Of those that do not level down');
    });

    it('of which neither can be told', () => {
      expect(verdict(changed(0.0001, 0.0001))).toContain('; whether Male bears less or Female more cannot be told.');
    });

    it('in a cell of the table, and in the title of the frontier', () => {
      const cells = (result: TrainingResult) => remedyTable(result).rows.map((row) => row[6]);
      expect(cells(changed(0.02, 0))).toEqual(['', '\u2718 levels down: Female loses', 'Male gains']);
      expect(cells(changed(0.01, -0.02, [0, 0]))).toEqual(['', 'Male gains; Female loses', 'not sure']);
      expect(cells(changed(-0.01, -0.02, [0.01, 0.02]))).toEqual([
        '',
        'Female, Male gain',
        '\u2718 levels down: Female, Male lose',
      ]);
      const groups = ['A', 'B', 'C', 'D', 'E'];
      const side = (side: 'above' | 'below') => ({ group: 'A', change: about(1), side });
      const cell = (gain: number, lose: number) =>
        movedCell({
          ...{ most: side('below'), least: side('above'), groups: 5, levelsDown: false },
          ...{ gain: groups.slice(0, gain), lose: groups.slice(5 - lose) },
        });
      expect([cell(5, 0), cell(0, 5), cell(4, 1)]).toEqual(['all gain', 'all lose', 'A, B, C, 1 more gain; E loses']);
      const title = 'narrowest gap of the efficient private remedies, by levelling down';
      expect(remedyFrontier(changed(0.02, 0))?.title).toContain(title);
      expect(remedyFrontier(changed(0, -0.02))?.title).not.toContain('levelling');
    });
  });

  it('names the budget of remedies where it is not that of the page', () => {
    const whole = wholeTraining();
    const [plain] = whole.runs;
    if (plain === undefined) throw new Error('no run');
    const runs = [...whole.runs, { ...plain, privacy: { ...plain.privacy, epsilon: 1 } }];
    expect(verdict({ ...whole, runs })).toContain('With epsilon 3 of the 2 private remedies tested');
  });

  it('names of many groups the first three', () => {
    const groups = Array.from({ length: 7 }, (_, k) => ({ ...male, group: `G${k}`, risk: 0.01 * (k + 1) }));
    const text = told({}, groups);
    expect(text).toMatch(/G6 by .*, G5 by .*, G4 by [^,]* and 4 more groups by less\./);
    expect(text).not.toContain('G3 by');
  });
});
