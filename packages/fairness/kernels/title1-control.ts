// Passes of the control variate of Title I over the districts of one state: four functions of one noisy count, two in each vector, on pieces
// that they have in common. Sums are added up from the first district to the last. See src/controls/title1/shared-pieces.ts.

/** Bytes of the lines of a piece: four values at the true count, and then four slopes. */
const LINES = 64;

/**
 * Writes the sum of all functions of each district from <= i < to, and the sums of each function over them.
 *
 * @param clipped whether counts below 0 are taken as 0.
 * @param expected what each count is expected to be. @param truth what it is without noise.
 * @param ends where the piece of each true count begins and ends.
 * @param lines those of the lowest piece of any district for all of them, then of the next: `piece` bytes each.
 * @returns how far the sum of the counts is above what is expected.
 */
export function addFunctions(
  from: i32,
  to: i32,
  clipped: i32,
  count: usize,
  expected: usize,
  truth: usize,
  ends: usize,
  start: usize,
  knot: usize,
  home: usize,
  lowest: i32,
  lines: usize,
  piece: i32,
  dollars: usize,
  sums: usize,
): f64 {
  let above: f64 = 0;
  for (let i = from; i < to; i++) {
    const at = (<usize>i) << 3;
    const own = load<f64>(count + at);
    above += (clipped ? (own + Math.abs(own)) / 2 : own) - load<f64>(expected + at);
    let rank = lowest;
    // A count leaves the piece of its true count in few trials.
    if (!(own >= load<f64>(ends + 2 * at) && own < load<f64>(ends + 2 * at, 8)))
      rank += piecesAway(own, i, start, knot, home);
    // Read in the next loop, which has no branch: what is not in the cache is fetched while others are added up.
    store<i32>(dollars + at, rank * piece + i * LINES);
  }
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  for (let i = from; i < to; i++) {
    const at = (<usize>i) << 3;
    const line = lines + <usize>load<i32>(dollars + at);
    const noise = f64x2.splat(load<f64>(count + at) - load<f64>(truth + at));
    const one = f64x2.add(v128.load(line), f64x2.mul(v128.load(line, 32), noise));
    const two = f64x2.add(v128.load(line, 16), f64x2.mul(v128.load(line, 48), noise));
    first = f64x2.add(first, one);
    second = f64x2.add(second, two);
    store<f64>(dollars + at, sumOf(one) + sumOf(two));
  }
  v128.store(sums, first);
  v128.store(sums, second, 16);
  return above;
}

/** How many pieces above that of the true count of district i a count lies. */
function piecesAway(count: f64, i: i32, start: usize, knot: usize, home: usize): i32 {
  const own = load<i32>(home + ((<usize>i) << 2));
  let k = own;
  if (count < load<f64>(knot + ((<usize>k) << 3))) {
    const least = load<i32>(start + ((<usize>i) << 2));
    while (k > least && count < load<f64>(knot + ((<usize>k) << 3))) k -= 1;
    return k - own;
  }
  const last = load<i32>(start + ((<usize>i) << 2), 4) - 1;
  while (k < last && count >= load<f64>(knot + ((<usize>k) << 3), 8)) k += 1;
  return k - own;
}

/**
 * Writes the control of each district: its expected share, and `perDollar` times what it has for its own count less its part in what is spent
 * too much.
 *
 * @param excess of the four functions. @param moving four numbers a district: what moves with the rate.
 */
export function takeExcess(
  from: i32,
  to: i32,
  excess: usize,
  moving: usize,
  dollars: usize,
  share: usize,
  perDollar: f64,
  control: usize,
): void {
  const first = v128.load(excess);
  const second = v128.load(excess, 16);
  for (let i = from; i < to; i++) {
    const at = (<usize>i) << 3;
    const own = moving + 4 * at;
    const taken = sumOf(f64x2.mul(first, v128.load(own))) + sumOf(f64x2.mul(second, v128.load(own, 16)));
    store<f64>(control + at, load<f64>(share + at) + perDollar * (load<f64>(dollars + at) - taken));
  }
}

function sumOf(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}
