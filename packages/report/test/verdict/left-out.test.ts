import { describe, expect, it } from 'vitest';
import { verdictMessages as say } from '../../src/messages/verdict-messages.js';
import { leftOutSentence } from '../../src/verdict/left-out.js';
import { counties } from '../fixtures/counties.js';

describe('rows that were left out', () => {
  const result = counties();
  const skipped = (count: number) => ({
    ...result,
    input: {
      ...result.input,
      skipped: Array.from({ length: count }, (_, index) => ({ line: index + 2, reason: 'no count' })),
    },
  });

  it('are counted, one in the singular', () => {
    expect(leftOutSentence(result)).toBeNull();
    expect(leftOutSentence(skipped(1))).toBe('1 row is left out');
    expect(leftOutSentence(skipped(1200))).toBe('1,200 rows are left out');
  });

  it('are told of even when only a warning knows of them', () => {
    const warned = { ...result, warnings: [{ code: 'rows-unmatched' as const, message: 'some had no partner' }] };
    expect(leftOutSentence(warned)).toBe(say.someLeftOut());
  });
});
