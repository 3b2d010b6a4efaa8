import { expect, it } from 'vitest';
import { mechanismLabels, privacyWords } from '../../src/words/mechanism-words.js';
import { noiseDeviation } from '../../src/words/noise-names.js';
import { gaussian, laplace } from '../fixtures/build-cell.js';

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

it('labels of budgets below a millionth, or alike in six digits, differ in what they say', () => {
  expect(mechanismLabels([laplace(1e-7), laplace(2e-7)])).toEqual(['epsilon 0.0000001', 'epsilon 0.0000002']);
  expect(mechanismLabels([laplace(0.1), laplace(0.10000001)])).toEqual(['epsilon 0.1', 'epsilon 0.10000001']);
  expect(mechanismLabels([gaussian(1e-7), gaussian(2e-7)])).toEqual([
    'Gaussian noise of standard deviation 0.0000001',
    'Gaussian noise of standard deviation 0.0000002',
  ]);
});

it('discrete noise is told from continuous noise, and said to be whole', () => {
  const discrete = { ...laplace(0.1), kind: 'discrete-laplace' } as const;
  expect(mechanismLabels([laplace(0.1), discrete])).toEqual(['Laplace epsilon 0.1', 'discrete Laplace epsilon 0.1']);
  expect(mechanismLabels([{ ...gaussian(25), kind: 'discrete-gaussian' }])).toEqual([
    'discrete Gaussian noise of sigma 25',
  ]);
  expect(privacyWords(discrete)).toContain(
    'discrete Laplace noise of scale 10 on each count, in whole numbers: epsilon 0.1',
  );
});

it('the standard deviation of noise is that of its kind', () => {
  expect(noiseDeviation(laplace(0.1))).toBeCloseTo(Math.sqrt(200), 12);
  expect(noiseDeviation(gaussian(25))).toBe(25);
  // The published variance of scale 2 is 7.8353962.
  expect(noiseDeviation({ ...laplace(0.5), kind: 'discrete-laplace' })).toBeCloseTo(Math.sqrt(7.8353962), 7);
  expect(noiseDeviation({ ...gaussian(3), kind: 'discrete-gaussian' })).toBe(3);
  expect(noiseDeviation({ ...gaussian(3), sigma: null })).toBeNull();
});

it('the privacy is stated with its neighbour relation and its total', () => {
  expect(privacyWords(laplace(0.1))).toBe(
    'Laplace noise of scale 10 on each count: epsilon 0.1 per column; epsilon 0.1 in total for a person in one noised column; ' +
      'neighbouring data differ by one person more or less, which changes a count by at most 1',
  );
  expect(privacyWords({ ...gaussian(25), neighbours: 'replace' })).toContain('one person replaced by another');
});
