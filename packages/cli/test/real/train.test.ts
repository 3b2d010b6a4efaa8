import { describe, expect, it } from 'vitest';
import { trainFile } from '../../src/train/train-file.js';
import { at, expectRisk, short, there } from './learning-data.js';

describe.skipIf(!there)('real data, as they are downloaded', () => {
  it('Adult by sex: men bear more', async () => {
    const result = await trainFile({
      data: at('adult.data'),
      label: 'income',
      group: 'sex',
      test: at('adult.test'),
      ...short,
    });
    expect(result.data.rows).toMatchObject({ training: 30_162, test: 15_060 });
    expectRisk(result, ['Female', 'Male'], 'Male');
  });
});
