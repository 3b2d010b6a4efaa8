// The passes over all districts that every trial makes, in kernels/title1-control.ts.
import { kernelBytes, openKernel } from '@dpfair/stats';
import { base64, type Functions } from '../../../dist/kernels/title1-control.js';
import { FUNCTIONS, type SharedPieces } from './shared-pieces.js';

/** What is the same in every trial. All columns are by place. */
export interface PassColumns {
  /** Places of the districts of each state. */
  readonly start: Int32Array;
  /** The row of the table at each place. */
  readonly order: Int32Array;
  readonly trueCount: Float64Array;
  /** What each count is expected to be, none below 0 where they are clipped. */
  readonly expectedCount: Float64Array;
  readonly clipped: boolean;
  readonly expectedShare: Float64Array;
  /** What moves with the rate of each function, those of a district together. */
  readonly moving: Float64Array;
  readonly perDollar: number;
}

/** One trial, in this order: counts are read, every state is measured, the excess of every state is taken, differences are added. */
export interface TrialPasses {
  readonly read: (noisy: Float64Array) => void;
  /** Writes the sums of the functions over a state, and returns how far the sum of its counts is above what is expected. */
  readonly measure: (state: number, sums: Float64Array) => number;
  /** Finds the control of the districts of a state: what each has for its own count less its part in the excess of each function. */
  readonly take: (state: number, excess: Float64Array) => void;
  /** Adds outcome - control. */
  readonly addDifferences: (outcome: Float64Array, into: Float64Array) => void;
}

export function trialPasses(pieces: SharedPieces, columns: PassColumns): TrialPasses {
  const { start, order, clipped, perDollar } = columns;
  const n = order.length;
  const bytes =
    6 * kernelBytes(8 * n) +
    kernelBytes(16 * n) +
    kernelBytes(32 * n) +
    kernelBytes(4 * n) +
    kernelBytes(4 * (n + 1)) +
    kernelBytes(8 * pieces.knot.length) +
    kernelBytes(8 * pieces.lines.length) +
    2 * kernelBytes(8 * FUNCTIONS);
  const { functions, memory } = openKernel<Functions>(base64, bytes);
  const float64 = (values: Float64Array): Float64Array => {
    const own = memory.float64(values.length);
    own.set(values);
    return own;
  };
  const int32 = (values: Int32Array): Int32Array => {
    const own = memory.int32(values.length);
    own.set(values);
    return own;
  };
  const [count, dollars, control] = [memory.float64(n), memory.float64(n), memory.float64(n)];
  const [ownSums, ownExcess] = [memory.float64(FUNCTIONS), memory.float64(FUNCTIONS)];
  const [expected, truth, share] = [columns.expectedCount, columns.trueCount, columns.expectedShare].map(float64) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [ends, knot, lines, moving] = [endsOf(pieces), pieces.knot, pieces.lines, columns.moving].map(float64) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [startOf, home] = [int32(pieces.start), int32(pieces.home)];
  const bytesOfPiece = 8 * 2 * FUNCTIONS * n;
  return {
    read: (noisy) => {
      for (let place = 0; place < n; place++) count[place] = noisy[order[place] as number] as number;
    },
    measure: (state, sums) => {
      const above = functions.addFunctions(
        start[state] as number,
        start[state + 1] as number,
        Number(clipped),
        count.byteOffset,
        expected.byteOffset,
        truth.byteOffset,
        ends.byteOffset,
        startOf.byteOffset,
        knot.byteOffset,
        home.byteOffset,
        pieces.mostBelow,
        lines.byteOffset,
        bytesOfPiece,
        dollars.byteOffset,
        ownSums.byteOffset,
      );
      sums.set(ownSums);
      return above;
    },
    take: (state, excess) => {
      ownExcess.set(excess);
      functions.takeExcess(
        start[state] as number,
        start[state + 1] as number,
        ownExcess.byteOffset,
        moving.byteOffset,
        dollars.byteOffset,
        share.byteOffset,
        perDollar,
        control.byteOffset,
      );
    },
    addDifferences: (outcome, into) => {
      for (let place = 0; place < n; place++) {
        const row = order[place] as number;
        into[row] = (into[row] as number) + ((outcome[row] as number) - (control[place] as number));
      }
    },
  };
}

/** Where the piece of each true count begins and ends. */
function endsOf({ start, knot, home }: SharedPieces): Float64Array {
  const ends = new Float64Array(2 * home.length);
  home.forEach((k, i) => {
    ends[2 * i] = k === start[i] ? Number.NEGATIVE_INFINITY : (knot[k] as number);
    ends[2 * i + 1] = k === (start[i + 1] as number) - 1 ? Number.POSITIVE_INFINITY : (knot[k + 1] as number);
  });
  return ends;
}
