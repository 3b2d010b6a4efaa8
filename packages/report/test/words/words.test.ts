import { describe, expect, it } from 'vitest';
import { countNoun, mechanismLabels, postWords, privacyWords } from '../../src/words/index.js';
import { gaussian, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';

describe('words', () => {
  it.each([
    [
      'Estimated number of relevant children 5 to 17 years old in poverty who are related to the householder',
      'children',
    ],
    ['households_2010', 'households'],
    ['Estimated Total Population', 'persons'],
    ['poor', 'persons'],
    ['x', 'units'],
  ])('a count column called "%s" counts %s', (column, noun) => {
    const result = buildResult([]);
    expect(countNoun({ input: { ...result.input, columns: { count: column } } })).toBe(noun);
  });

  it('labels of mechanisms differ, with no more detail than is needed', () => {
    expect(mechanismLabels([laplace(0.1), laplace(1)])).toEqual(['epsilon 0.1', 'epsilon 1']);
    expect(mechanismLabels([laplace(0.1), gaussian(25)])).toEqual([
      'Laplace epsilon 0.1',
      'Gaussian noise of standard deviation 25',
    ]);
    const two = [laplace(1), { ...laplace(1), sensitivity: 2 }];
    expect(mechanismLabels(two)).toEqual(['epsilon 1, sensitivity 1', 'epsilon 1, sensitivity 2']);
    expect(mechanismLabels([laplace(1), laplace(1)])).toEqual(['epsilon 1', 'epsilon 1 (2)']);
  });

  it('the privacy is stated with its neighbour relation and its total', () => {
    expect(privacyWords(laplace(0.1))).toBe(
      'Laplace noise of scale 10 on each count: epsilon 0.1 per column; epsilon 0.1 in total for a person in one noised column; ' +
        'neighbouring data differ by one person more or less, which changes a count by at most 1',
    );
    expect(privacyWords({ ...gaussian(25), neighbours: 'replace' })).toContain('one person replaced by another');
  });

  it('a post-processing that is not known, or is named like a method of objects, keeps its name', () => {
    expect(postWords('toString').label).toBe('toString');
    expect(postWords('constructor').phrase).toBe('the post-processing constructor');
  });
});
