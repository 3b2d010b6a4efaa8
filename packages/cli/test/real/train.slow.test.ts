import { describe, expect, it } from 'vitest';
import { trainFile } from '../../src/train/train-file.js';
import { at, expectRisk, short, there } from './learning-data.js';

describe.skipIf(!there)('real data, as they are downloaded', () => {
  it('Bank by marital status and by bands of age', async () => {
    const marital = await trainFile({ data: at('bank-additional-full.csv'), group: 'marital', ...short });
    expectRisk(marital, ['divorced', 'married', 'single'], 'single');
    const age = await trainFile({
      data: at('bank-additional-full.csv'),
      group: 'age',
      groupBands: [30, 45, 60],
      ...short,
    });
    expect(age.data.label).toBe('y');
    expectRisk(age, ['under 30', '30 to 44', '45 to 59', '60 and over'], '60 and over');
  });
});
