import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { parseTarget } from '../../src/index.js';

describe('a target', () => {
  it.each([
    ['alpha<1e-6', 'alpha', 1e-6],
    ['  COST <  .01 ', 'cost', 0.01],
    ['dollars<1e6', 'dollars', 1e6],
    ['False-Negative<0.01', 'false-negative', 0.01],
    ['false-positive<+2.', 'false-positive', 2],
  ] as const)('%j is read as a measure and its limit', (text, measure, limit) => {
    expect(parseTarget(text)).toMatchObject({ measure, limit });
    expect(parseTarget(parseTarget(text).text)).toEqual(parseTarget(text));
  });

  it.each([
    '',
    'alpha',
    'alpha<',
    'alpha>1',
    'alpha<=1',
    'alpha<1 and cost<1',
    'beta<1',
    'alpha<0',
    'alpha<-1',
    'alpha<1e999',
    'alpha<NaN',
    'alpha<1,5',
    'alpha<1e',
    'false-rate<1',
    'alpha<\u22121',
  ])('%j is refused with what is allowed', (text) => {
    const refused = () => parseTarget(text);
    expect(refused).toThrow(DpfairError);
    expect(refused).toThrow(/alpha<LIMIT, cost<LIMIT, dollars<LIMIT, false-negative<LIMIT, false-positive<LIMIT/);
  });
});
