import { describe, expect, test } from 'vitest';
import {
  attackRepetition,
  blocksApart,
  drawOfStep,
  equalisingBlock,
  groupShareBlock,
  groupSlopeBlock,
  quietestParameterBlock,
  type Range,
  referenceHalvesBlock,
  referenceRepetition,
  repetitionsOf,
  splitBlocksOf,
  trackedRowsBlock,
} from '../../src/streams/addresses.js';

const inside = (number: number, { from, to }: Range) => number >= from && number < to;
const disjoint = (ranges: readonly Range[]) =>
  ranges.every((one, k) => ranges.slice(k + 1).every((other) => one.to <= other.from || other.to <= one.from));

describe('addresses of streams', () => {
  test.each([
    ['repetitions', repetitionsOf],
    ['blocks of splits', splitBlocksOf],
  ])('%s of different uses are disjoint, and every range has room', (_, ranges: Record<string, Range>) => {
    expect(disjoint(Object.values(ranges))).toBe(true);
    for (const { from, to } of Object.values(ranges)) expect(to).toBeGreaterThan(from);
    expect(disjoint([...Object.values(ranges), { from: 5, to: 6 }])).toBe(false);
  });

  test('steps of neighbouring repetitions share no block, up to the largest block that a stream has', () => {
    const last = 2 ** 30 - 1;
    for (const repetition of [0, 2 ** 21, 2 ** 22 - 1]) {
      expect(drawOfStep(repetition, last) + 1).toBe(drawOfStep(repetition + 1, 0));
    }
    expect(drawOfStep(repetitionsOf.attacks.to - 1, last)).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('what belongs to no step shares its block with no step of a training, a reference or an attack', () => {
    const trained = [repetitionsOf.runs, repetitionsOf.references, repetitionsOf.attacks].map(({ from, to }) => ({
      from: drawOfStep(from, 0),
      to: drawOfStep(to, 0),
    }));
    for (const block of [equalisingBlock, groupSlopeBlock(0), groupSlopeBlock(1e6), quietestParameterBlock]) {
      expect(trained.some((range) => inside(block, range))).toBe(false);
      expect(inside(block, blocksApart)).toBe(true);
    }
    expect(groupSlopeBlock(1e6)).toBeLessThan(quietestParameterBlock);
  });

  test('addresses are inside the range of their use', () => {
    for (const place of [0, 1, 1e6]) {
      expect(inside(referenceRepetition(place, 1), repetitionsOf.references)).toBe(true);
      expect(inside(attackRepetition(place), repetitionsOf.attacks)).toBe(true);
      expect(inside(trackedRowsBlock(place), splitBlocksOf.trackedRows)).toBe(true);
      expect(inside(referenceHalvesBlock(place), splitBlocksOf.references)).toBe(true);
    }
    expect(inside(groupShareBlock, splitBlocksOf.groupShare)).toBe(true);
  });
});
