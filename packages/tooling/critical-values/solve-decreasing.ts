// Regula falsi with the Illinois weight: Dowell and Jarratt (1971), BIT 11, 168-174.

/**
 * The argument at which a decreasing function reaches `target`, at or just above the root (relative width 1e-12), so that
 * a critical value never alarms more often than asked. `f(low)` must be at or above `target`; `high` grows when needed.
 */
export function solveDecreasing(f: (x: number) => number, target: number, low: number, high: number): number {
  let [below, above] = [low, high];
  let [excess, shortfall] = [f(below) - target, f(above) - target];
  while (shortfall > 0) {
    [below, excess] = [above, shortfall];
    above *= 2;
    shortfall = f(above) - target;
  }
  for (let k = 0, side = 0; k < 200 && above - below > 1e-12 * above; k++) {
    const step = (excess * (above - below)) / (excess - shortfall);
    // Every third step halves, so that the bracket shrinks from both ends whatever the shape.
    const trial = k % 3 === 2 || !Number.isFinite(step) ? (below + above) / 2 : below + step;
    // A trial on the edge is moved inside, towards the far end by the wanted width.
    const width = 0.4e-12 * above;
    const x = Math.min(Math.max(trial, below + width), above - width);
    const value = f(x) - target;
    if (value > 0) {
      if (side > 0) shortfall /= 2;
      [below, excess, side] = [x, value, 1];
    } else {
      if (side < 0) excess /= 2;
      [above, shortfall, side] = [x, value, -1];
    }
  }
  return above;
}
