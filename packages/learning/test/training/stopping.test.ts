import { describe, expect, test } from 'vitest';
import { descend, evaluate, makeModel } from '../../src/index.js';
import { madePlan } from '../made-plan.js';

describe('early stopping by group', () => {
  const plan = madePlan();
  const model = makeModel(plan.model);
  const { privacy } = plan.descent;
  const train = (patience: number | null, lossNoise = 0) => {
    const stopping = patience === null ? {} : { stopping: { patience, lossBound: 1e6, lossNoise } };
    const descent = {
      ...plan.descent,
      steps: 60,
      learningRate: 4,
      repetition: 0,
      privacy: privacy && { ...privacy, noiseMultiplier: 4, ...stopping },
    };
    const worst: { readonly loss: number; readonly parameters: Float64Array }[] = [];
    let steps = 0;
    const tracker = {
      onStep: () => {
        steps++;
      },
      onEpoch: (_epoch: number, parameters: Float64Array) => {
        const { groups } = evaluate(model, parameters, plan.training);
        worst.push({ loss: Math.max(...groups.map(({ loss }) => loss)), parameters: parameters.slice() });
      },
    };
    const { parameters } = descend(model, plan.training, new Float64Array(6), descent, { trackers: [tracker] });
    return { parameters, worst, steps };
  };

  test('ends after so many epochs without a smaller loss of the worst group, and goes back to the smallest', () => {
    const { worst: all, steps } = train(null);
    expect(steps).toBe(60);
    for (const patience of [1, 3]) {
      const losses = all.map(({ loss }) => loss);
      // The first epoch whose `patience` successors are none of them better than all before.
      const end = losses.findIndex((_, e) => {
        const best = losses.indexOf(Math.min(...losses.slice(0, e + 1)));
        return e - best === patience;
      });
      expect(end).toBeGreaterThan(0);
      expect(end).toBeLessThan(14);
      const stopped = train(patience);
      expect(stopped.steps).toBe(4 * (end + 1));
      const best = losses.indexOf(Math.min(...losses.slice(0, end + 1)));
      expect(stopped.parameters).toEqual(all[best]?.parameters);
    }
  });

  test('goes by losses with noise: where that of the losses is large, by little else', () => {
    // A noise of 0.001 hides no count, but moves sums of losses of up to a million each by 1414.
    const ends = [1, 2, 4, 8].map((noise) => train(1, noise / 1000).steps);
    expect(new Set([...ends, train(1).steps]).size).toBeGreaterThan(1);
  });

  test('never ends by noise alone: groups whose counts the noise hides take no part', () => {
    const { parameters: last } = train(null);
    for (const noise of [1e5, 2e5, 4e5, 8e5]) {
      const { parameters, steps } = train(1, noise);
      expect(steps).toBe(60);
      expect(parameters).toEqual(last);
    }
  });
});
