import { gaussian, laplace, normalCdf } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { pieceProbability } from '../../src/exact/classifier/piece-probability.js';
import { publishedUnion } from '../published-language.js';

const ratio = [{ from: null, to: null, coefficients: { lep: 1, citizens: -0.05 }, constant: 0 }];

describe('the probability that a linear score is above 0', () => {
  it.each(publishedUnion)('is the published one of a ratio of two counts at epsilon %d', (epsilon, published) => {
    const { probability } = pieceProbability(
      'lep',
      ratio,
      { counts: { lep: 160, citizens: 3305 }, fixed: {} },
      laplace(1 / epsilon),
    );
    expect(probability).toBeCloseTo(published, 4);
  });

  it('does not hang on which count is integrated over, nor on where the same piece is cut', () => {
    const entity = { counts: { lep: 160, citizens: 3305 }, fixed: {} };
    const { probability, error } = pieceProbability('lep', ratio, entity, laplace(10));
    const [piece] = ratio;
    if (piece === undefined) throw new Error('no piece');
    const cut = [
      { ...piece, to: 155 },
      { ...piece, from: 155 },
    ];
    for (const other of [
      pieceProbability('citizens', ratio, entity, laplace(10)),
      pieceProbability('lep', cut, entity, laplace(10)),
    ])
      expect(Math.abs(other.probability - probability)).toBeLessThan(error + other.error + 1e-12);
  });

  it('of Gaussian noise on three counts is a normal tail', () => {
    const coefficients = { a: 1, b: -2, c: 0.5, area: 3 };
    const pieces = [{ from: null, to: null, coefficients, constant: -7 }];
    const entity = { counts: { a: 10, b: 3, c: 4 }, fixed: { area: 1 } };
    // Mean 10 - 6 + 2 + 3 - 7 = 2, standard deviation 5 sqrt(1 + 4 + 0.25): public numbers have no noise.
    const { probability, error } = pieceProbability('a', pieces, entity, gaussian(5));
    expect(Math.abs(probability - normalCdf(2 / (5 * Math.sqrt(5.25))))).toBeLessThan(Math.max(error, 1e-12));
  });

  it('of one count is its own distribution, piece by piece, and of a constant piece its mass', () => {
    const noise = laplace(4);
    const pieces = [
      { from: null, to: 5, coefficients: {}, constant: 1 },
      { from: 5, to: 12, coefficients: { a: -1 }, constant: 9 },
      { from: 12, to: null, coefficients: {}, constant: -1 },
    ];
    // Yes below 9 in all.
    const { probability } = pieceProbability('a', pieces, { counts: { a: 10 }, fixed: {} }, noise);
    expect(probability).toBeCloseTo(noise.cdf(-1), 12);
  });
});
