/**
 * The least value of a bound over real orders above 1, for a bound that falls and then rises: bracketed in `log(order - 1)`, then by golden
 * section. Every order gives a valid bound, so that a search that stops early is looser and never wrong.
 */
export function leastOverOrders(bound: (order: number) => number): number {
  const at = (exponent: number) => bound(1 + 2 ** exponent);
  let best = START;
  let value = at(best);
  for (const direction of [-1, 1]) {
    for (let next = best + direction; next >= LEAST && next <= LARGEST; next += direction) {
      const found = at(next);
      if (!(found < value)) break;
      [best, value] = [next, found];
    }
    if (best !== START) break;
  }
  return goldenSection(at, Math.max(LEAST, best - 1), Math.min(LARGEST, best + 1), value);
}

/** Orders are searched from 1 + 2^-10 to 1 + 2^12, from 9 on: where the optimum of most training runs is near. */
const [LEAST, START, LARGEST] = [-10, 3, 12];

const golden = (Math.sqrt(5) - 1) / 2;

function goldenSection(at: (exponent: number) => number, from: number, to: number, known: number): number {
  let [lower, upper] = [from, to];
  let low = { place: upper - golden * (upper - lower), value: 0 };
  let high = { place: lower + golden * (upper - lower), value: 0 };
  low.value = at(low.place);
  high.value = at(high.place);
  let least = Math.min(known, low.value, high.value);
  while (upper - lower > PRECISION) {
    if (low.value <= high.value) {
      upper = high.place;
      high = low;
      low = { place: upper - golden * (upper - lower), value: 0 };
      low.value = at(low.place);
    } else {
      lower = low.place;
      low = high;
      high = { place: lower + golden * (upper - lower), value: 0 };
      high.value = at(high.place);
    }
    least = Math.min(least, low.value, high.value);
  }
  return least;
}

/** In `log2(order - 1)`; the value at the optimum is flat, so that it is right to some 1e-6. */
const PRECISION = 1e-3;
