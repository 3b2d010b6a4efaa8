// Passes of Title I over districts: two grants side by side, one in each lane of a vector. Each lane adds up its numbers one after the other, as
// src/statutes/title1/kernel does, so that every result is the same to the last bit. Columns are f64 by place, or a vector by place.

/** A vector is 16 bytes, a number 8. */
const VECTOR = 4;
const NUMBER = 3;

/** Brackets of the statute; each is a vector of where it starts and one of what a further child rises by there. */
const BRACKETS = 5;

// Fields of a pair of grants, as vectors.
const FACTOR = 0;
/** All ones in the lane of a grant that is held whether or not a district is eligible. */
const ANYWAY = 16;
const CAP = 32;
/** All ones in the lane of a grant with a cap. */
const CAPPED = 48;
const PERCENTS = 64;
const NUMBERS = PERCENTS + 32 * BRACKETS;

/** Writes the part of last year's amount that each district keeps: that of the first band, from the highest down, that is not missed. */
export function keep(
  places: i32,
  count: usize,
  children: usize,
  bands: i32,
  from: usize,
  keeps: usize,
  kept: usize,
): void {
  for (let i = 0; i < places; i++) {
    const at = (<usize>i) << NUMBER;
    const hundredfold = 100 * load<f64>(count + at);
    const all = load<f64>(children + at);
    let missed = 0;
    for (let band = 0; band < bands - 1; band++)
      missed += i32(hundredfold < load<f64>(from + ((<usize>band) << NUMBER)) * all);
    store<f64>(kept + at, load<f64>(keeps + ((<usize>missed) << NUMBER)));
  }
}

/** Writes what districts from <= i < to ask for and what they are held at, and adds both to `sums`; every child counts once. */
export function weighOnce(
  from: i32,
  to: i32,
  pair: usize,
  count: usize,
  least: usize,
  kept: usize,
  previous: usize,
  weight: usize,
  floor: usize,
  sums: usize,
): void {
  const factor = v128.load(pair, FACTOR);
  const anyway = v128.load(pair, ANYWAY);
  let weights = v128.load(sums);
  let floors = v128.load(sums, 16);
  for (let i = from; i < to; i++) {
    const own = v128.load64_splat(count + ((<usize>i) << NUMBER));
    const at = (<usize>i) << VECTOR;
    const eligible = f64x2.ge(own, v128.load(least + at));
    const asks = v128.and(eligible, f64x2.mul(factor, own));
    const holds = f64x2.mul(v128.load64_splat(kept + ((<usize>i) << NUMBER)), v128.load(previous + at));
    const held = v128.and(v128.or(anyway, eligible), holds);
    v128.store(weight + at, asks);
    v128.store(floor + at, held);
    weights = f64x2.add(weights, asks);
    floors = f64x2.add(floors, held);
  }
  v128.store(sums, weights);
  v128.store(sums, floors, 16);
}

/** The same with the weighted children of 20 USC 6335(c) and 6337(d): the larger of the sums by percentage and by number, at most the cap. */
export function weighByBrackets(
  from: i32,
  to: i32,
  pair: usize,
  count: usize,
  children: usize,
  least: usize,
  kept: usize,
  previous: usize,
  weight: usize,
  floor: usize,
  sums: usize,
): void {
  const factor = v128.load(pair, FACTOR);
  const anyway = v128.load(pair, ANYWAY);
  const cap = v128.load(pair, CAP);
  const capped = v128.load(pair, CAPPED);
  const once = f64x2.splat(1);
  let weights = v128.load(sums);
  let floors = v128.load(sums, 16);
  for (let i = from; i < to; i++) {
    const own = v128.load64_splat(count + ((<usize>i) << NUMBER));
    const all = v128.load64_splat(children + ((<usize>i) << NUMBER));
    const at = (<usize>i) << VECTOR;
    const larger = f64x2.pmax(bracketSum(pair + NUMBERS, own, once), bracketSum(pair + PERCENTS, own, all));
    const weighted = v128.bitselect(f64x2.min(larger, f64x2.mul(cap, own)), larger, capped);
    const eligible = f64x2.ge(own, v128.load(least + at));
    const asks = v128.and(eligible, f64x2.mul(factor, weighted));
    const holds = f64x2.mul(v128.load64_splat(kept + ((<usize>i) << NUMBER)), v128.load(previous + at));
    const held = v128.and(v128.or(anyway, eligible), holds);
    v128.store(weight + at, asks);
    v128.store(floor + at, held);
    weights = f64x2.add(weights, asks);
    floors = f64x2.add(floors, held);
  }
  v128.store(sums, weights);
  v128.store(sums, floors, 16);
}

/** The first bracket has no end below it. */
function bracketSum(brackets: usize, own: v128, unit: v128): v128 {
  let sum = f64x2.mul(v128.load(brackets, 16), own);
  sum = f64x2.add(sum, beyond(brackets + 32, own, unit));
  sum = f64x2.add(sum, beyond(brackets + 64, own, unit));
  sum = f64x2.add(sum, beyond(brackets + 96, own, unit));
  return f64x2.add(sum, beyond(brackets + 128, own, unit));
}

function beyond(bracket: usize, own: v128, unit: v128): v128 {
  const above = f64x2.sub(own, f64x2.mul(v128.load(bracket), unit));
  return f64x2.mul(v128.load(bracket, 16), f64x2.pmax(f64x2.splat(0), above));
}

/** By state: the weights that are paid above their floor at its rates, and the floors of the others. */
export function addUpAtRates(
  fromState: i32,
  toState: i32,
  start: usize,
  rates: usize,
  weight: usize,
  floor: usize,
  sums: usize,
): void {
  for (let s = fromState; s < toState; s++) {
    const rate = v128.load(rates + ((<usize>s) << VECTOR));
    const end = weight + ((<usize>load<i32>(start + ((<usize>s) << 2), 4)) << VECTOR);
    const apart = floor - weight;
    let moving = f64x2.splat(0);
    let held = f64x2.splat(0);
    for (let at = weight + ((<usize>load<i32>(start + ((<usize>s) << 2))) << VECTOR); at < end; at += 16) {
      const own = v128.load(at);
      const least = v128.load(at + apart);
      const moves = f64x2.gt(f64x2.mul(rate, own), least);
      moving = f64x2.add(moving, v128.and(own, moves));
      held = f64x2.add(held, v128.andnot(least, moves));
    }
    v128.store(sums + ((<usize>s) << (VECTOR + 1)), moving);
    v128.store(sums + ((<usize>s) << (VECTOR + 1)), held, 16);
  }
}

/** Multiplies what one grant (its lane) holds in districts from <= i < to. */
export function scaleFloors(from: i32, to: i32, lane: i32, part: f64, floor: usize): void {
  for (let i = from; i < to; i++) {
    const at = floor + ((<usize>i) << VECTOR) + ((<usize>lane) << NUMBER);
    store<f64>(at, part * load<f64>(at));
  }
}

/** Adds what both grants pay at the rates of the states to `total`, one after the other. */
export function pay(states: i32, start: usize, rates: usize, weight: usize, floor: usize, total: usize): void {
  for (let s = 0; s < states; s++) {
    const rate = v128.load(rates + ((<usize>s) << VECTOR));
    const end = load<i32>(start + ((<usize>s) << 2), 4);
    for (let i = load<i32>(start + ((<usize>s) << 2)); i < end; i++) {
      const at = (<usize>i) << VECTOR;
      const amount = f64x2.pmax(v128.load(floor + at), f64x2.mul(rate, v128.load(weight + at)));
      const into = total + ((<usize>i) << NUMBER);
      store<f64>(into, load<f64>(into) + f64x2.extract_lane(amount, 0) + f64x2.extract_lane(amount, 1));
    }
  }
}

/** Adding this rounds to whole numbers below it, in the low bits: the bucket of a remainder. */
const WHOLE: f64 = 6755399441055744;
const BUCKETS = 512;

/**
 * Writes whole cents of what is paid over the weights, and what is left of each over the floors; counts the latter by buckets, of
 * the second grant after those of the first; and writes the sums of the whole cents.
 */
export function payWholeCents(
  states: i32,
  start: usize,
  rates: usize,
  weight: usize,
  floor: usize,
  buckets: usize,
  sums: usize,
): void {
  memory.fill(buckets, 0, 8 * (BUCKETS + 1));
  let all = f64x2.splat(0);
  for (let s = 0; s < states; s++) {
    const rate = v128.load(rates + ((<usize>s) << VECTOR));
    const end = load<i32>(start + ((<usize>s) << 2), 4);
    for (let i = load<i32>(start + ((<usize>s) << 2)); i < end; i++) {
      const at = (<usize>i) << VECTOR;
      const amount = f64x2.pmax(v128.load(floor + at), f64x2.mul(rate, v128.load(weight + at)));
      const cents = f64x2.mul(f64x2.splat(100), amount);
      const whole = f64x2.floor(cents);
      const remainder = f64x2.sub(cents, whole);
      v128.store(weight + at, whole);
      v128.store(floor + at, remainder);
      all = f64x2.add(all, whole);
      const bucket = bucketsOf(remainder);
      const first = buckets + ((<usize>(i32x4.extract_lane(bucket, 0) & 1023)) << 2);
      store<i32>(first, load<i32>(first) + 1);
      const second = buckets + 4 * (BUCKETS + 1) + ((<usize>(i32x4.extract_lane(bucket, 2) & 1023)) << 2);
      store<i32>(second, load<i32>(second) + 1);
    }
  }
  v128.store(sums, all);
}

function bucketsOf(remainder: v128): v128 {
  return f64x2.add(f64x2.mul(remainder, f64x2.splat(BUCKETS)), f64x2.splat(WHOLE));
}

/**
 * Adds whole cents to `total`, with a cent for each remainder above the bucket of its grant.
 *
 * @param last buckets, as whole numbers, one a grant; above all where no cent is left.
 * @param listed filled with 2 x place + lane of the remainders in those buckets.
 * @returns how many those are.
 */
export function giveCents(places: i32, weight: usize, floor: usize, last: usize, total: usize, listed: usize): i32 {
  const bound = f64x2.add(v128.load(last), f64x2.splat(WHOLE));
  let next = listed;
  for (let i = 0; i < places; i++) {
    const at = (<usize>i) << VECTOR;
    const bucket = bucketsOf(v128.load(floor + at));
    const given = v128.and(f64x2.gt(bucket, bound), f64x2.splat(1));
    const cents = f64x2.add(v128.load(weight + at), given);
    const into = total + ((<usize>i) << NUMBER);
    store<f64>(into, load<f64>(into) + f64x2.extract_lane(cents, 0) + f64x2.extract_lane(cents, 1));
    const inLast = i64x2.bitmask(f64x2.eq(bucket, bound));
    if (inLast !== 0) {
      if (inLast & 1) {
        store<i32>(next, 2 * i);
        next += 4;
      }
      if (inLast & 2) {
        store<i32>(next, 2 * i + 1);
        next += 4;
      }
    }
  }
  return i32(next - listed) >> 2;
}
