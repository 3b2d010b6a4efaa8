import { describe, expect, it } from 'vitest';
import { type Compared, efficientOnes } from '../../src/mitigation/efficient.js';

const one = (changes: Partial<Compared> = {}): Compared => ({
  gap: 1,
  wrongNo: null,
  price: 0,
  epsilon: 1,
  assumes: false,
  payable: true,
  ...changes,
});

describe('what is efficient', () => {
  it('is not beaten: a narrower gap at the same price leaves the wider one out', () => {
    expect(efficientOnes([one(), one({ gap: 0.5 })])).toEqual([false, true]);
  });

  it.each([
    ['money', { price: 0.1 }],
    ['privacy', { epsilon: 2 }],
    ['something that must be public', { assumes: true }],
    ['outcomes that cannot be paid', { payable: false }],
    ['more wrong refusals', { wrongNo: 0.2 }],
  ] as const)('a narrower gap for %s leaves both', (_what, changes) => {
    expect(efficientOnes([one({ wrongNo: 0.1 }), one({ wrongNo: 0.1, gap: 0.5, ...changes })])).toEqual([true, true]);
  });

  it('the same gap at a price is not, and equals are', () => {
    expect(efficientOnes([one(), one({ price: 0.1 }), one()])).toEqual([true, false, true]);
  });

  it('what has no gap is not, and leaves nothing out', () => {
    expect(efficientOnes([one({ gap: null, price: -1 }), one()])).toEqual([false, true]);
  });
});
