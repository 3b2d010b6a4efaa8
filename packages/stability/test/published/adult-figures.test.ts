import { describe, expect, it } from 'vitest';
import { adultFigures } from '../../src/published/adult-figures.js';

describe('the published figures of Adult', () => {
  it('are those of the table', () => {
    expect(adultFigures('kaas', 'sex', 0.05)).toEqual({
      accuracy: 0.835,
      accuracyDeviation: null,
      statisticalRate: 0.128,
      statisticalRateDeviation: 0.005,
      stab: null,
    });
    expect(adultFigures('zvrg', 'sex', 0.02)?.stab).toBe(25);
    expect(adultFigures('gyf', 'race', 0)).toMatchObject({ accuracy: 0.849, statisticalRate: 0.558 });
  });

  it('are there for three algorithms, two groups and six lambdas, and for nothing else', () => {
    const lambdas = [0, 0.01, 0.02, 0.03, 0.04, 0.05];
    for (const algorithm of ['zvrg', 'kaas', 'gyf'])
      for (const group of ['race', 'sex'])
        for (const lambda of lambdas) expect(adultFigures(algorithm, group, lambda)?.accuracy).toBeGreaterThan(0.8);
    expect(adultFigures('plain', 'sex', 0)).toBeNull();
    expect(adultFigures('zvrg', 'age', 0)).toBeNull();
    expect(adultFigures('zvrg', 'sex', 0.06)).toBeNull();
  });
});
