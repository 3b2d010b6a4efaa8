import { openStream, type Seed } from '@dpfair/stats';

/**
 * The rows of one batch, in ascending order: each of `rows` is in it with probability `rate`, independently (Poisson sampling, which
 * is what the accountants assume). By geometric gaps, so that the time is that of the batch, not of the data.
 *
 * @param rate above 0, at most 1. @param draw block of the stream: `drawOfStep`. @param out of at least `rows` elements.
 * @returns the size of the batch, which may be 0.
 */
export function poissonBatch(rows: number, rate: number, seed: Seed, draw: number, out: Int32Array): number {
  if (rate === 1) {
    for (let row = 0; row < rows; row++) out[row] = row;
    return rows;
  }
  const stream = openStream(seed, 'batch', draw);
  const perGap = 1 / Math.log1p(-rate);
  let size = 0;
  let row = -1;
  for (;;) {
    row += 1 + Math.floor(Math.log(stream.nextUniform()) * perGap);
    if (row >= rows) return size;
    out[size++] = row;
  }
}
