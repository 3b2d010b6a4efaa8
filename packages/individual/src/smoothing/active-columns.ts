import { noPositiveScale, outsideDomain, unheldColumn, unknownColumn } from '../messages.js';
import type { Metric } from '../metrics/index.js';
import type { SmoothingOptions } from './smoothing.js';

/** Scales between this and its inverse give noise that neither overflows nor vanishes. */
const SMALLEST = 1e-150;

/**
 * Which columns receive noise, and at what value the others are held.
 *
 * @throws DpfairError domain or input: no scale above 0, a column of scale 0 that is not held, a held column that has noise or is unknown.
 */
export function activeColumns(
  { scales, columns }: Metric,
  { held = new Map() }: SmoothingOptions,
): { readonly active: Int32Array; readonly held: Float64Array } {
  for (const [column, value] of held) {
    const place = columns.indexOf(column);
    if (place < 0) throw unknownColumn(column, columns);
    if ((scales[place] as number) > 0) {
      throw outsideDomain(
        `held column ${column}, scale`,
        scales[place] as number,
        '0: a column with noise is not held',
      );
    }
    if (!Number.isFinite(value)) throw outsideDomain(`value of the held column ${column}`, value, 'a finite number');
  }
  scales.forEach((scale, i) => {
    if (scale > 0 && !(scale >= SMALLEST && scale <= 1 / SMALLEST)) {
      throw outsideDomain(`scale of ${columns[i]} to smooth with`, scale, `0, or ${SMALLEST} to ${1 / SMALLEST}`);
    }
  });
  const active = Int32Array.from(scales.keys()).filter((i) => (scales[i] as number) > 0);
  if (active.length === 0) throw noPositiveScale();
  const values = Float64Array.from(scales, (scale, i) => {
    if (scale > 0) return Number.NaN;
    const column = columns[i] as string;
    const value = held.get(column);
    if (value === undefined) throw unheldColumn(column);
    return value;
  });
  return { active, held: values };
}
