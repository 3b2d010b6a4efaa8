import { describe, expect, it } from 'vitest';
import { headRun, sideOf } from '../../src/training/runs.js';
import { runLabels } from '../../src/training/words/run-words.js';
import { about, buildRun, female, male } from '../fixtures/training/build-training.js';

const run = buildRun([female, male]);
const at = (epsilon: number | null, id = 'none') => ({ ...run, id, privacy: { ...run.privacy, epsilon } });
const nothing = { ...run, population: { ...run.population, excessiveRisk: about(null) } };

describe('the training that the page opens with', () => {
  it('is that of the smallest epsilon without a remedy', () => {
    expect(headRun([at(3), at(1), at(0.1, 'by-group')])?.privacy.epsilon).toBe(1);
  });

  it('is one with numbers, of a remedy where only remedies have some, and none where nothing has', () => {
    expect(headRun([nothing, at(3, 'by-group')])?.id).toBe('by-group');
    expect(headRun([nothing])).toBeNull();
    expect(headRun([])).toBeNull();
  });
});

it('a number is on a side of zero only where its interval is', () => {
  expect([about(2, 1), about(-2, 1), about(1, 1), about(1, null), about(null), about(0)].map(sideOf)).toEqual([
    'above',
    'below',
    'open',
    'unknown',
    'unknown',
    'open',
  ]);
});

it('names of trainings are all different, epsilons are never rounded down, and without one the noise is named', () => {
  const labels = runLabels([at(3), at(3, 'by-group'), at(3, 'by-group'), at(null), at(1.2345612), at(1, 'mine')]);
  expect(labels).toEqual([
    'epsilon 3',
    'epsilon 3, clipping by group (DPSGD-F)',
    'epsilon 3, clipping by group (DPSGD-F) (2)',
    'noise multiplier 0.900',
    'epsilon 1.235',
    'epsilon 1, mine',
  ]);
});
