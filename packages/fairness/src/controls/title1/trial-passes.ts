// The passes over all districts that every trial makes: a loop a function, because V8 leaves long functions with several loops unoptimised.
import { FUNCTIONS, lineOf, type SharedPieces } from './shared-pieces.js';

/** Districts of one state: from <= place < to. */
export interface Places {
  readonly from: number;
  readonly to: number;
}

/** Writes noisy counts by place, and returns how far their sum, none below 0 where they are clipped, is above what is expected. */
export function readCounts(
  noisy: Float64Array,
  order: Int32Array,
  expected: Float64Array,
  clipped: boolean,
  { from, to }: Places,
  count: Float64Array,
): number {
  let above = 0;
  for (let place = from; place < to; place++) {
    const own = noisy[order[place] as number] as number;
    count[place] = own;
    above += (clipped ? (own + Math.abs(own)) / 2 : own) - (expected[place] as number);
  }
  return above;
}

/** Writes where the lines of the piece on which each noisy count lies stand. */
export function findLines(pieces: SharedPieces, count: Float64Array, line: Int32Array): void {
  for (let place = 0; place < line.length; place++)
    line[place] = lineOf(pieces, place, pieceOf(pieces, place, count[place] as number));
}

function pieceOf({ start, knot, home }: SharedPieces, place: number, count: number): number {
  let k = home[place] as number;
  if (count < (knot[k] as number)) {
    const lowest = start[place] as number;
    while (k > lowest && count < (knot[k] as number)) k -= 1;
    return k;
  }
  const last = (start[place + 1] as number) - 1;
  while (k < last && count >= (knot[k + 1] as number)) k += 1;
  return k;
}

/** Writes the sum of all functions of each district, and the sums of each function over the state. */
export function addFunctions(
  { lines }: SharedPieces,
  line: Int32Array,
  count: Float64Array,
  trueCount: Float64Array,
  { from, to }: Places,
  dollars: Float64Array,
  sums: Float64Array,
): void {
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let place = from; place < to; place++) {
    const at = line[place] as number;
    const noise = (count[place] as number) - (trueCount[place] as number);
    const own0 = (lines[at] as number) + (lines[at + 1] as number) * noise;
    const own1 = (lines[at + 2] as number) + (lines[at + 3] as number) * noise;
    const own2 = (lines[at + 4] as number) + (lines[at + 5] as number) * noise;
    const own3 = (lines[at + 6] as number) + (lines[at + 7] as number) * noise;
    dollars[place] = own0 + own1 + (own2 + own3);
    sum0 += own0;
    sum1 += own1;
    sum2 += own2;
    sum3 += own3;
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

/** Adds outcome - control, which is what a district has for its own count less its part in what its groups spend too much. */
export function addDifferences(
  dollars: Float64Array,
  moving: Float64Array,
  excess: Float64Array,
  perDollar: number,
  { from, to }: Places,
  order: Int32Array,
  expectedShare: Float64Array,
  outcome: Float64Array,
  into: Float64Array,
): void {
  const excess0 = excess[0] as number;
  const excess1 = excess[1] as number;
  const excess2 = excess[2] as number;
  const excess3 = excess[3] as number;
  for (let place = from; place < to; place++) {
    const at = FUNCTIONS * place;
    const taken =
      excess0 * (moving[at] as number) +
      excess1 * (moving[at + 1] as number) +
      (excess2 * (moving[at + 2] as number) + excess3 * (moving[at + 3] as number));
    const row = order[place] as number;
    const control = (expectedShare[row] as number) + perDollar * ((dollars[place] as number) - taken);
    into[row] = (into[row] as number) + ((outcome[row] as number) - control);
  }
}
