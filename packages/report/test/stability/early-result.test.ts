import { resultFromJson, type StabilityResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { terminalBlocks } from '../../src/index.js';
import { stabilityCellsSection } from '../../src/stability/sections/cells-section.js';
import { convergenceSection } from '../../src/stability/sections/convergence-section.js';
import { wholeStability } from '../fixtures/stability/build-stability.js';

const whole = wholeStability();

describe('a result of an earlier version', () => {
  it('whose fits do not say whether their bound has an effect, is read and shown as any other', () => {
    const early = structuredClone(whole);
    for (const { fits } of early.cells) for (const fit of fits) delete fit.boundWithoutEffect;
    const read = resultFromJson(JSON.stringify(early), 'r.json') as StabilityResult;
    expect(read).toEqual(early);
    expect(terminalBlocks(read)).toEqual(terminalBlocks(whole));
    expect(stabilityCellsSection(read)).toEqual(stabilityCellsSection(whole));
    expect(convergenceSection(read)).toEqual(convergenceSection(whole));
  });
});
