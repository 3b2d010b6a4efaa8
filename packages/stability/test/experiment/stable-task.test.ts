import { describe, expect, it } from 'vitest';
import { pickRows } from '../../src/experiment/pick-rows.js';
import { drawTraining } from '../../src/experiment/split-rows.js';
import { stableTask } from '../../src/experiment/stable-task.js';
import { fitStableFair } from '../../src/fit/fit-stable-fair.js';
import { drawnSet, plainProgram, planOf, withRareGroup } from './example-plan.js';

const data = drawnSet(1, 100);

describe('the task of an experiment', () => {
  it('has a shard for each repetition and program, those of a repetition together, and refits last', () => {
    const plan = planOf(data, plainProgram, { repetitions: 2, replacements: 3 });
    const two = { ...plan, arms: [...plan.arms, ...plan.arms] };
    expect(stableTask.plan(two)).toEqual([
      { kind: 'fit', repetition: 0, arm: 0 },
      { kind: 'fit', repetition: 0, arm: 1 },
      { kind: 'fit', repetition: 1, arm: 0 },
      { kind: 'fit', repetition: 1, arm: 1 },
      { kind: 'replace', arm: 0 },
      { kind: 'replace', arm: 1 },
    ]);
    expect(stableTask.plan(two).map((shard) => stableTask.size(two, shard))).toEqual([1, 1, 1, 1, 4, 4]);
  });

  it('fits to the rows of the repetition and predicts those for testing', () => {
    const plan = planOf(data, plainProgram);
    const part = stableTask.run(plan, { kind: 'fit', repetition: 2, arm: 0 });
    if (part.kind !== 'fit') throw new Error(part.kind);
    const training = pickRows(data, drawTraining(plan.pool, 0.75, plan.seed, 2), []);
    const { classifier } = fitStableFair(training, plainProgram);
    if (classifier.kind !== 'linear') throw new Error(classifier.kind);
    const [first = 0, second = 0] = classifier.weights;
    const scores = Array.from(plan.test, (row) => {
      return (
        first * (data.features[2 * row] as number) +
        second * (data.features[2 * row + 1] as number) +
        classifier.intercept
      );
    });
    expect([...(part.fit.predictions ?? [])]).toEqual(scores.map((score) => Number(score >= 0)));
    expect(part.fit.norm).toBeCloseTo(Math.hypot(first, second, classifier.intercept), 12);
    expect(part.fit).toMatchObject({ repetition: 2, converged: true, ending: 'minimum', epsilon: null });
  });

  it('records that nothing could be fitted where the rows drawn lack a group or a class, and goes on', () => {
    const rare = withRareGroup(drawnSet(3, 200), 3);
    const program = { ...plainProgram, fairness: { kind: 'covariance', bound: 0.1 } } as const;
    const plan = planOf(rare, program, { repetitions: 12, trainingShare: 0.3 });
    const of = rare.groups[0]?.of as Int32Array;
    const isFitted = Array.from({ length: 12 }, (_, repetition) =>
      drawTraining(plan.pool, 0.3, plan.seed, repetition).some((row) => of[row] === 1),
    );
    expect(new Set(isFitted).size).toBe(2);
    const fitsOf = (one: typeof plan) =>
      isFitted.map((_, repetition) => {
        const part = stableTask.run(one, { kind: 'fit', repetition, arm: 0 });
        return part.kind === 'fit' ? part.fit : null;
      });
    const fits = fitsOf(plan);
    expect(fits.map((fit) => fit?.predictions !== null)).toEqual(isFitted);
    expect(fits.map((fit) => fit?.ending)).toEqual(isFitted.map((fitted) => (fitted ? 'minimum' : 'one-group')));
    const oneClass = { ...plan, data: { ...rare, labels: new Int8Array(200).fill(1) } };
    expect(new Set(fitsOf(oneClass).map((fit) => fit?.ending))).toEqual(new Set(['one-class']));
  });

  it('hides columns from a program, as if they were not there', () => {
    const wide = drawnSet(2, 100, 3);
    const narrow = {
      ...wide,
      columns: ['column 0', 'column 2'],
      features: wide.features.filter((_, at) => at % 3 !== 1),
    };
    const program = { ...plainProgram, fairness: { kind: 'mutual-information', weight: 1 } } as const;
    const [all, some] = [planOf(wide, program, { kappa: 3 }), planOf(narrow, program, { kappa: 3 })];
    const hiding = { ...all, arms: all.arms.map((arm) => ({ ...arm, hidden: [1] })) };
    const shard = { kind: 'fit', repetition: 0, arm: 0 } as const;
    expect(stableTask.run(hiding, shard)).toEqual(stableTask.run(some, shard));
    expect(stableTask.run(all, shard)).not.toEqual(stableTask.run(some, shard));
  });

  it('joins what is done, and leaves out what is not', () => {
    const plan = planOf(data, plainProgram, { replacements: 2 });
    const shards = stableTask.plan(plan);
    const parts = shards.map((shard, index) => ({ index, part: stableTask.run(plan, shard) }));
    const [whole] = stableTask.merge(plan, parts);
    expect([whole?.fits.length, whole?.replaced?.replacements]).toEqual([3, 2]);
    const [some] = stableTask.merge(
      plan,
      parts.filter((_, index) => index === 1),
    );
    expect(some?.fits.map(({ repetition }) => repetition)).toEqual([1]);
    expect(some?.replaced).toBeNull();
  });

  it('gives the same part whatever was run before it', () => {
    const [plan, fresh] = [planOf(data, plainProgram), planOf(data, plainProgram)];
    for (const repetition of [0, 1, 2]) stableTask.run(plan, { kind: 'fit', repetition, arm: 0 });
    const shard = { kind: 'fit', repetition: 1, arm: 0 } as const;
    expect(stableTask.run(plan, shard)).toEqual(stableTask.run(fresh, shard));
  });
});
