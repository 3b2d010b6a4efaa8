/** Blocks or repetitions from `from` on, up to but not including `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Repetitions and steps share one number: a training has fewer than 2^30 steps. */
const STEPS = 2 ** 30;

/**
 * Whose repetitions are which. Everything that is drawn for a repetition (starts, batches, noise, counts, probes) is found under its number, so that
 * trainings of a run, reference models and attacked trainings share no draw. `apart` is a repetition that nobody trains: its steps
 * serve what is drawn once and belongs to no step.
 */
export const repetitionsOf = {
  runs: { from: 0, to: 2 ** 21 },
  references: { from: 2 ** 21, to: 2 ** 22 - 1 },
  apart: { from: 2 ** 22 - 1, to: 2 ** 22 },
  attacks: { from: 2 ** 22, to: 2 ** 23 },
} as const satisfies Record<string, Range>;

/** The blocks of purpose `split`, of which `@dpfair/data` uses those below 2^40. */
export const splitBlocksOf = {
  data: { from: 0, to: 2 ** 40 },
  trackedRows: { from: 2 ** 40, to: 2 ** 41 },
  groupShare: { from: 2 ** 41, to: 2 ** 41 + 1 },
  references: { from: 2 ** 52, to: 2 ** 53 },
} as const satisfies Record<string, Range>;

/** The block of a step of a repetition, of the purposes `batch`, `noise`, `extra` and `probe`: no two steps share a draw. */
export function drawOfStep(repetition: number, step: number): number {
  return repetition * STEPS + step;
}

/** The steps of the repetition that nobody trains. */
export const blocksApart: Range = {
  from: drawOfStep(repetitionsOf.apart.from, 0),
  to: drawOfStep(repetitionsOf.apart.to, 0),
};

/** The repetition of one of the two models of a pair of reference models. */
export const referenceRepetition = (pair: number, side: number): number =>
  repetitionsOf.references.from + 2 * pair + side;
/** The repetition of a training that is attacked. */
export const attackRepetition = (trial: number): number => repetitionsOf.attacks.from + trial;

/** Purpose `split`: the sample of a group whose rows are tracked. */
export const trackedRowsBlock = (group: number): number => splitBlocksOf.trackedRows.from + group;
/** Purpose `split`: which rows of a group stay when its share changes. */
export const groupShareBlock = splitBlocksOf.groupShare.from;
/** Purpose `split`: the halves of a pair of reference models. */
export const referenceHalvesBlock = (pair: number): number => splitBlocksOf.references.from + pair;

/** Purpose `batch`: the orders in which rows come while losses are equalised. */
export const equalisingBlock = blocksApart.from;
/** Purpose `probe`: the start of the search for the largest eigenvalue of a group. */
export const groupSlopeBlock = (group: number): number => blocksApart.from + group;
/** Purpose `probe`: the signs that find the quietest parameter. */
export const quietestParameterBlock = blocksApart.to - 1;
