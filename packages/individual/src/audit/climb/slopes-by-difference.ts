import type { Metric } from '../../metrics/index.js';
import { type Box, withinBox } from './box.js';
import type { ModelSlopes } from './gradient-search.js';

/**
 * Slopes of a model that is only asked: differences of its answers a little to either side of a point in each column that varies, within the box and at
 * whole numbers where it has them; 0 in the others. Costs 2 x columns rows for each point.
 *
 * @param ask Answers for rows, rows x classes. @param difference Distance to either side.
 */
export function slopesByDifference(
  ask: (points: Float64Array) => Promise<Float64Array>,
  { scales }: Metric,
  box: Box,
  classes: number,
  difference: number,
): ModelSlopes {
  const width = scales.length;
  const { varying } = box;
  return async (batch, rows) => {
    const asked = new Float64Array(rows * varying.length * 2 * width);
    const apart = new Float64Array(rows * varying.length);
    for (let row = 0; row < rows; row++) {
      for (const [v, i] of varying.entries()) {
        const place = row * varying.length + v;
        const centre = batch[row * width + i] as number;
        const reach = difference / (scales[i] as number);
        const either = box.isWhole[i] ? Math.max(1, Math.round(reach)) : reach;
        const below = withinBox(box, i, centre - either);
        const above = withinBox(box, i, centre + either);
        for (const [side, value] of [below, above].entries()) {
          const at = (2 * place + side) * width;
          asked.set(batch.subarray(row * width, (row + 1) * width), at);
          asked[at + i] = value;
        }
        apart[place] = above - below;
      }
    }
    const answers = await ask(asked);
    const slopes = new Float64Array(rows * (classes - 1) * width);
    for (const [place, gap] of apart.entries()) {
      if (gap === 0) continue;
      const row = Math.floor(place / varying.length);
      const i = varying[place % varying.length] as number;
      for (let y = 1; y < classes; y++) {
        const rise = (answers[(2 * place + 1) * classes + y] as number) - (answers[2 * place * classes + y] as number);
        slopes[(row * (classes - 1) + y - 1) * width + i] = rise / gap;
      }
    }
    return slopes;
  };
}
