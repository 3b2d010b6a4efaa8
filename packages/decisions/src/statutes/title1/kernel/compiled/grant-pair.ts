import { type KernelMemory, kernelBytes } from '@dpfair/stats';
import type { Functions } from '../../../../../dist/kernels/title1.js';
import type { BracketPair } from '../../law/statute.js';
import { type Steps, stepsOf } from '../bracket-sums.js';
import type { GrantFormula, GrantNumbers } from '../grant-formula.js';
import { NO_FLOOR } from '../spending/at-rate.js';

/** Grants that are computed side by side. */
export const LANES = 2;
/** Brackets that the compiled passes have room for. */
export const BRACKETS = 5;
/** Buckets of remainders, 0 to this. */
export const BUCKETS = 512;

/** Numbers of a run of districts, see `kernels/title1.ts`: dollars a child, whether held anyway, cap, whether there is one, brackets. */
const FIELDS = LANES * (4 + 4 * BRACKETS);
const [ANYWAY, CAP, CAPPED, PERCENTS] = [1, 2, 3, 4];
const NUMBERS = PERCENTS + 2 * BRACKETS;

/** Districts from <= place < to of one state, with the same brackets. */
export interface PairRun {
  readonly state: number;
  readonly from: number;
  readonly to: number;
  readonly bracketed: boolean;
  /** Where its numbers are. */
  readonly fields: number;
}

/** One or two grants with their columns in the memory of the kernel: number `lane` of each vector is that of the grant in this lane. */
export interface GrantPair {
  readonly grants: readonly (GrantFormula & { readonly numbers: GrantNumbers })[];
  readonly runs: readonly PairRun[];
  readonly least: Float64Array;
  readonly previous: Float64Array;
  /** What each district asks for, and then its whole cents. */
  readonly weight: Float64Array;
  /** What each is held at, and then what is left of its cents. */
  readonly floor: Float64Array;
  /** By state: weights of both, floors of both; of all districts. */
  readonly totals: Float64Array;
  /** By state: weights that are paid above their floors, floors of the others; at the rates of the last pass. */
  readonly sums: Float64Array;
  readonly rates: Float64Array;
  readonly buckets: Int32Array;
  /** Whole cents of both. */
  readonly cents: Float64Array;
  /** The last bucket that is given a cent. */
  readonly last: Float64Array;
}

/** Runs of districts of one state with the same brackets in both grants. */
function runsOf(
  grants: readonly GrantFormula[],
  start: Int32Array,
): readonly { readonly state: number; readonly from: number; readonly to: number }[] {
  const runs: { state: number; from: number; to: number }[] = [];
  for (let state = 0; state < start.length - 1; state++) {
    const end = start[state + 1] as number;
    for (let from = start[state] as number; from < end; ) {
      let to = from + 1;
      while (to < end && grants.every(({ numbers }) => numbers?.pairs[to] === numbers?.pairs[from])) to += 1;
      runs.push({ state, from, to });
      from = to;
    }
  }
  return runs;
}

/** What the columns of a pair take. */
export function bytesOfPair(grants: readonly GrantFormula[], start: Int32Array): number {
  const n = start[start.length - 1] as number;
  const states = start.length - 1;
  return (
    4 * kernelBytes(8 * LANES * n) +
    2 * kernelBytes(16 * LANES * states) +
    kernelBytes(8 * LANES * states) +
    kernelBytes(4 * LANES * (BUCKETS + 1)) +
    2 * kernelBytes(8 * LANES) +
    kernelBytes(8 * FIELDS * runsOf(grants, start).length)
  );
}

/** Takes the columns of a pair, and writes what is the same in every trial. */
export function grantPair(grants: GrantPair['grants'], start: Int32Array, memory: KernelMemory): GrantPair {
  const n = start[start.length - 1] as number;
  const states = start.length - 1;
  const runs = runsOf(grants, start);
  const fields = memory.float64(FIELDS * runs.length);
  const pair = {
    grants,
    runs: runs.map(({ state, from, to }, run) => {
      const own = fields.subarray(FIELDS * run, FIELDS * (run + 1));
      grants.forEach(({ numbers }, lane) => {
        writeFields(own, numbers, lane, from);
      });
      const bracketed = grants.some(({ numbers }) => numbers.pairs[from] !== null);
      return { state, from, to, bracketed, fields: own.byteOffset };
    }),
    least: memory.float64(LANES * n).fill(Number.POSITIVE_INFINITY),
    previous: memory.float64(LANES * n),
    weight: memory.float64(LANES * n),
    floor: memory.float64(LANES * n),
    totals: memory.float64(2 * LANES * states),
    sums: memory.float64(2 * LANES * states),
    rates: memory.float64(LANES * states),
    buckets: memory.int32(LANES * (BUCKETS + 1)),
    cents: memory.float64(LANES),
    last: memory.float64(LANES),
  };
  grants.forEach(({ numbers }, lane) => {
    writeLane(pair.previous, lane, numbers.previous ?? new Float64Array(n).fill(NO_FLOOR));
  });
  return pair;
}

/** Writes a column of one grant beside that of the other. */
export function writeLane(into: Float64Array, lane: number, column: Float64Array): void {
  for (let place = 0; place < column.length; place++) into[LANES * place + lane] = column[place] as number;
}

function writeFields(fields: Float64Array, numbers: GrantNumbers, lane: number, place: number): void {
  const { factor, pairs, cap, previous, keptAnyway } = numbers;
  const masks = new BigInt64Array(fields.buffer, fields.byteOffset, fields.length);
  const most = cap[place] as number;
  fields[lane] = factor[place] as number;
  // Where nothing is held everybody has a floor that is too low to matter.
  masks[LANES * ANYWAY + lane] = keptAnyway || previous === null ? -1n : 0n;
  fields[LANES * CAP + lane] = Number.isFinite(most) ? most : 0;
  masks[LANES * CAPPED + lane] = Number.isFinite(most) ? -1n : 0n;
  const { percents, numbers: counts } = stepsOf(pairs[place] ?? null);
  percents.forEach((value, k) => {
    fields[LANES * (PERCENTS + k) + lane] = value;
  });
  counts.forEach((value, k) => {
    fields[LANES * (NUMBERS + k) + lane] = value;
  });
}

/** Whether the brackets of a pair fit. */
export function hasFewBrackets(pair: BracketPair | null): boolean {
  const { percents, numbers }: Steps = stepsOf(pair);
  return Math.max(percents.length, numbers.length) <= 2 * BRACKETS;
}

/** Writes what both grants ask for and hold, and its sums by state. */
export function weighPair(
  functions: Functions,
  pair: GrantPair,
  count: Float64Array,
  children: Float64Array,
  kept: Float64Array,
): void {
  const { runs, least, previous, weight, floor, totals } = pair;
  totals.fill(0);
  for (const { state, from, to, bracketed, fields } of runs) {
    const sums = totals.byteOffset + 16 * LANES * state;
    const columns = [
      least.byteOffset,
      kept.byteOffset,
      previous.byteOffset,
      weight.byteOffset,
      floor.byteOffset,
    ] as const;
    if (bracketed) functions.weighByBrackets(from, to, fields, count.byteOffset, children.byteOffset, ...columns, sums);
    else functions.weighOnce(from, to, fields, count.byteOffset, ...columns, sums);
  }
}
