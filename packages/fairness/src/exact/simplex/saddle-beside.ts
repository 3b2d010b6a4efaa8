/** Where a convex function on (0, limit), or its mirror image on the left of 0, is least, to about three digits: golden sections. */
export function saddleBeside(height: (c: number) => number, side: -1 | 1, limit: number): number {
  const at = (t: number) => (limit === 1 ? 1 / (1 + Math.exp(-t)) : Math.exp(t));
  const value = (t: number) => height(side * at(t));
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [-7, limit === 1 ? 7 : 3.2];
  let [first, second] = [high - golden * (high - low), low + golden * (high - low)];
  let [atFirst, atSecond] = [value(first), value(second)];
  for (let k = 0; k < 18; k++) {
    if (atFirst < atSecond) {
      [high, second, atSecond] = [second, first, atFirst];
      first = high - golden * (high - low);
      atFirst = value(first);
    } else {
      [low, first, atFirst] = [first, second, atSecond];
      second = low + golden * (high - low);
      atSecond = value(second);
    }
  }
  return at((low + high) / 2);
}
