import { describe, expect, it } from 'vitest';
import { ended, privateParameters, type Repetition, runRepetition, type TrainedSide } from '../../src/index.js';
import { madePlan } from '../made-plan.js';

const repetition = runRepetition(madePlan(1, 40), 0);
type Side = 'private' | 'clippedOnly' | 'nonPrivate';

/** The repetition with one of its trainings changed. */
const changed = (side: Side, by: Partial<TrainedSide>): Repetition => ({
  ...repetition,
  [side]: { ...repetition[side], ...by },
});
const { training } = repetition.private;
const endless = { training: { ...training, all: { ...training.all, loss: Number.POSITIVE_INFINITY } } };

describe('repetitions that ended', () => {
  it.each<[Side, Partial<TrainedSide>]>([
    ['private', { divergedAt: 3 }],
    ['clippedOnly', { divergedAt: 0 }],
    ['nonPrivate', { divergedAt: 1 }],
    ['private', endless],
    ['nonPrivate', endless],
  ])('are without those where the %s training diverged', (side, by) => {
    expect(ended([changed(side, by), repetition])).toEqual([repetition]);
  });

  it('give private parameters: the first that did not diverge, whatever became of the trainings beside it', () => {
    const parameters = Float64Array.of(1, 2);
    const second = changed('private', { parameters });
    for (const by of [{ divergedAt: 3 }, endless])
      expect(privateParameters([changed('private', by), second, repetition])).toBe(parameters);
    expect(privateParameters([{ ...second, nonPrivate: changed('nonPrivate', endless).nonPrivate }])).toBe(parameters);
    expect(privateParameters([changed('private', { divergedAt: 0 })])).toBeNull();
    expect(privateParameters([])).toBeNull();
  });
});
