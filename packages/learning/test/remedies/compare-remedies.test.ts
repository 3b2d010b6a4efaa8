import { describe, expect, test } from 'vitest';
import { compareRemedies, type Performance, type Repetition, type TrainedSide, trainHere } from '../../src/index.js';
import { ratioInterval } from '../../src/remedies/ratio-interval.js';
import { madePlan } from '../made-plan.js';

const plan = madePlan(1);
const [model] = trainHere(plan) as [Repetition];

/** A repetition with these excessive risks and this accuracy. */
function madeRepetition(risks: readonly number[], accuracy: number): Repetition {
  const { private: side, nonPrivate } = model;
  const groups = side.training.groups.map((group, a) => ({
    ...group,
    loss: (nonPrivate.training.groups[a]?.loss ?? 0) + (risks[a] as number),
  }));
  return {
    ...model,
    private: {
      ...side,
      training: { ...side.training, groups },
      test: { ...side.test, all: { ...side.test.all, accuracy } },
    },
  };
}
const training = (
  id: string,
  run: number,
  gaps: readonly number[],
  accuracy: number,
  notPrivate: string | null = null,
) => ({
  id,
  run,
  plan,
  output: gaps.map((gap) => madeRepetition([1 + gap, 1], accuracy)),
  notPrivate,
});

describe('the comparison of remedies', () => {
  const compared = compareRemedies(
    [
      training('none', 0, [0.4, 0.5, 0.3], 0.8),
      training('narrower', 1, [0.2, 0.25, 0.15], 0.75),
      training('worse', 2, [0.5, 0.5, 0.5], 0.79),
      training('public', 3, [0.01, 0.02, 0.01], 0.9, 'looks at rows'),
    ],
    0.95,
  );

  test('gives the factor by which each narrows the gap, exactly where it is the same in each repetition', () => {
    expect(compared.map(({ narrowing }) => narrowing.estimate?.toFixed(10))).toEqual([
      '1.0000000000',
      '2.0000000000',
      '0.8000000000',
      '30.0000000000',
    ]);
    expect(compared[1]?.narrowing.lower).toBeCloseTo(2, 6);
    expect(compared[1]?.narrowing.upper).toBeCloseTo(2, 6);
    expect(compared[2]?.narrowing.lower).toBeLessThan(0.8);
  });

  test('names as efficient what no other private one is better than; never what is not private, which says why', () => {
    expect(compared.map(({ efficient }) => efficient)).toEqual([true, true, false, false]);
    expect(compared.map(({ remark }) => remark)).toEqual([null, null, null, 'looks at rows']);
    expect(compared.map(({ id, run }) => [id, run])).toEqual([
      ['none', 0],
      ['narrower', 1],
      ['worse', 2],
      ['public', 3],
    ]);
  });

  test('names the group that bears most, and its excessive risk', () => {
    expect(compared[1]?.worst.group).toBe('even');
    expect(compared[1]?.worst.excessiveRisk).toBeCloseTo(1.2, 12);
  });

  test("gives what changes for each group, with Student's intervals that hold for both groups at once", () => {
    const [even] = compared[1]?.changes ?? [];
    // Changes -0.2, -0.25, -0.15; Student's quantile at 0.9875 with 2 degrees of freedom is 6.205346816570; standard error 0.05 / sqrt(3).
    const half = (6.20534681657 * 0.05) / Math.sqrt(3);
    expect(even?.group).toBe('even');
    expect(even?.excessiveRisk.estimate).toBeCloseTo(-0.2, 12);
    expect(even?.excessiveRisk.lower).toBeCloseTo(-0.2 - half, 8);
    expect(even?.excessiveRisk.upper).toBeCloseTo(-0.2 + half, 8);
    expect(compared[1]?.changes?.[1]?.excessiveRisk.estimate).toBeCloseTo(0, 12);
    expect(compared[0]?.changes?.map(({ excessiveRisk }) => excessiveRisk.estimate)).toEqual([0, 0]);
  });

  test('pays for having chosen the widest of three pairs twice: nine choices', () => {
    const three = {
      ...plan.training,
      groupNames: ['a', 'b', 'c'],
      group: plan.training.group.map((_, row) => row % 3),
    };
    const [gaps, narrowed] = [
      [0.4, 0.42, 0.39],
      [0.2, 0.205, 0.202],
    ];
    const withThird = (side: TrainedSide, loss?: number): TrainedSide => {
      const more = (on: TrainedSide['training']) => {
        const [, last] = on.groups as [Performance, Performance];
        return { ...on, groups: [...on.groups, { ...last, loss: loss ?? last.loss }] };
      };
      return { ...side, training: more(side.training), test: more(side.test) };
    };
    const wide = (id: string, widest: readonly number[]) => {
      const { output, ...rest } = training(id, 0, widest, 0.8);
      const third = output.map(({ private: side, clippedOnly, nonPrivate, ...other }) => ({
        ...other,
        private: withThird(side, (nonPrivate.training.groups[1]?.loss ?? 0) + 1.05),
        clippedOnly: withThird(clippedOnly),
        nonPrivate: withThird(nonPrivate),
      }));
      return { ...rest, plan: { ...plan, training: three }, output: third };
    };
    const [, remedy] = compareRemedies([wide('none', gaps), wide('other', narrowed)], 0.95);
    const lower = remedy?.narrowing.lower as number;
    const values = gaps.map((gap, k) => gap - lower * (narrowed[k] as number));
    const mean = values.reduce((a, b) => a + b) / 3;
    const statistic = mean / Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6);
    // Student's quantile with 2 degrees of freedom, in closed form, at two-sided confidence 1 - 0.05 / 9.
    const confidence = 1 - 0.05 / 9;
    expect(statistic).toBeCloseTo(confidence * Math.sqrt(2 / (1 - confidence ** 2)), 6);
  });

  test('narrows over the repetitions that ended in both, and that with clipping alone is one of the trainings', () => {
    const without = training('none', 0, [0.4, 0.4], 0.8);
    const remedied = training('other', 1, [0.2, 0.1], 0.8);
    const output = remedied.output.map((repetition, k) =>
      k === 0 ? repetition : { ...repetition, clippedOnly: { ...repetition.clippedOnly, divergedAt: 1 } },
    );
    const [, compared] = compareRemedies([without, { ...remedied, output }], 0.95);
    expect(compared?.narrowing.estimate).toBeCloseTo(2, 12);
    expect(compared?.gap.estimate).toBeCloseTo(0.2, 12);
  });

  test('compares nothing where there is nothing', () => {
    expect(compareRemedies([], 0.95)).toEqual([]);
  });
});

describe('the interval of a ratio', () => {
  test('is that of Student where the mean below is known exactly', () => {
    // Student's quantile at 0.975 with 2 degrees of freedom is 4.302652729911275; standard error 0.2 / sqrt(3).
    const { estimate, lower, upper } = ratioInterval([2, 2.2, 1.8], [1, 1, 1], 0.95);
    const half = (4.302652729911275 * 0.2) / Math.sqrt(3);
    expect(estimate).toBeCloseTo(2, 14);
    expect([lower, upper].map((end) => end?.toFixed(9))).toEqual([(2 - half).toFixed(9), (2 + half).toFixed(9)]);
  });

  test('holds the ratios r for which the mean of x - r y is not told from 0, no others', () => {
    const [above, below] = [
      [2, 2.5, 1.7, 2.2],
      [1.1, 1.2, 0.8, 0.7],
    ];
    const { lower, upper } = ratioInterval(above, below, 0.95);
    const studentOf = (ratio: number) => {
      const values = above.map((x, k) => x - ratio * (below[k] as number));
      const mean = values.reduce((a, b) => a + b) / 4;
      return Math.abs(mean) / Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 12);
    };
    // Student's quantile at 0.975 with 3 degrees of freedom.
    expect(studentOf(lower as number)).toBeCloseTo(3.182446305284263, 6);
    expect(studentOf(upper as number)).toBeCloseTo(3.182446305284263, 6);
    expect(studentOf(2.2)).toBeLessThan(3.18);
  });

  test('has no upper end where the mean below may be 0, and no end for one pair', () => {
    const open = ratioInterval([2, 2.1, 1.9], [0.5, -0.4, 0.6], 0.95);
    expect(open.upper).toBeNull();
    expect(open.lower).toBeGreaterThan(0);
    expect(ratioInterval([3], [2], 0.95)).toEqual({ estimate: 1.5, lower: null, upper: null });
    expect(ratioInterval([1], [0], 0.95).estimate).toBeNull();
  });
});
