export interface OrderedBound {
  readonly order: number;
  readonly bound: number;
}

/**
 * The least value of a bound over real orders above 1, for a bound that falls and then rises: bracketed in `log(order - 1)`, then by golden
 * section. Every order gives a valid bound, so that a search that stops early is looser and never wrong.
 */
export function leastOverOrders(bound: (order: number) => number): OrderedBound {
  const at = (exponent: number) => bound(1 + 2 ** exponent);
  let best = { place: START, value: at(START) };
  for (const direction of [-1, 1]) {
    for (let place = best.place + direction; place >= LEAST && place <= LARGEST; place += direction) {
      const value = at(place);
      if (!(value < best.value)) break;
      best = { place, value };
    }
    if (best.place !== START) break;
  }
  const found = goldenSection(at, Math.max(LEAST, best.place - 1), Math.min(LARGEST, best.place + 1));
  const { place, value } = found.value < best.value ? found : best;
  return { order: 1 + 2 ** place, bound: value };
}

/** Orders are searched from 1 + 2^-10 to 1 + 2^12, from 9 on: where the optimum of most training runs is near. */
const [LEAST, START, LARGEST] = [-10, 3, 12];

const golden = (Math.sqrt(5) - 1) / 2;

function goldenSection(at: (exponent: number) => number, from: number, to: number) {
  let [lower, upper] = [from, to];
  const measured = (place: number) => ({ place, value: at(place) });
  let low = measured(upper - golden * (upper - lower));
  let high = measured(lower + golden * (upper - lower));
  while (upper - lower > PRECISION) {
    if (low.value <= high.value) {
      [upper, high] = [high.place, low];
      low = measured(upper - golden * (upper - lower));
    } else {
      [lower, low] = [low.place, high];
      high = measured(lower + golden * (upper - lower));
    }
  }
  return low.value <= high.value ? low : high;
}

/** In `log2(order - 1)`; the value at the optimum is flat, so that it is right to some 1e-6. */
const PRECISION = 1e-3;
