import type { StabilityCell } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { terminalBlocks } from '../../src/index.js';
import { repeated, wholeStability } from '../fixtures/stability/build-stability.js';

const whole = wholeStability();

describe('notes on a terminal', () => {
  it('leave out what the verdict says, and nothing else, whatever words reasons have', () => {
    const note = 'Rows that differ: not defined for GYF at lambda 0 by sex';
    const lost = { ...repeated(0.6, 0.01, note), defined: 3 };
    const [first, ...others] = whole.cells;
    const blocks = terminalBlocks({
      ...whole,
      cells: [{ ...(first as StabilityCell), statisticalRate: lost }, ...others],
    });
    const told = blocks
      .filter((block) => typeof block === 'string')
      .slice(0, 3)
      .join(' ');
    expect(told).toContain('Statistical rate: not defined in 1 of 4 repetitions');
    expect(told).toContain(note);
    expect(blocks.filter((block) => block === note)).toHaveLength(1);
    expect(blocks.filter((block) => typeof block === 'string' && block.startsWith('Statistical rate'))).toEqual([]);
  });
});
