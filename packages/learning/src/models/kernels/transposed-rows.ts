import type { NonzeroRows } from './nonzero-rows.js';
import type { Room } from './room.js';

/** Room for the transpose of up to `rows` rows of `columns` columns, and of one more column. */
export function makeTransposedRows(room: Room, rows: number, columns: number): NonzeroRows {
  return {
    starts: room.int32(columns + 1),
    ends: room.int32(columns + 1),
    columns: room.int32(rows * (columns + 1)),
    values: room.float64(rows * (columns + 1)),
    squaredNorms: new Float64Array(0),
  };
}

/**
 * Sets `into` to the transpose of rows `from` to `to` of a batch, each times its weight: its row c lists, for the rows of the batch that
 * keep column c, their places in the batch and `weights[r] value`. Its last row is that of a column that is always 1, as biases have it.
 * A counting sort; rows of weight 0 are left out. Squared norms are not set.
 *
 * @param places Which of the rows are in the batch; null where they are the batch.
 */
export function transposeRows(
  rows: NonzeroRows,
  places: Int32Array | null,
  from: number,
  to: number,
  weights: Float64Array,
  into: NonzeroRows,
): void {
  const { starts, ends, columns, values } = into;
  ends.fill(0);
  for (let r = from; r < to; r++) {
    if (weights[r] === 0) continue;
    const row = places === null ? r : (places[r] as number);
    const end = rows.ends[row] as number;
    for (let c = rows.starts[row] as number; c < end; c++) {
      const column = rows.columns[c] as number;
      ends[column] = (ends[column] as number) + 1;
    }
  }
  let place = 0;
  for (let column = 0; column < starts.length; column++) {
    const count = ends[column] as number;
    starts[column] = place;
    ends[column] = place;
    place += count;
  }
  for (let r = from; r < to; r++) {
    const weight = weights[r] as number;
    if (weight === 0) continue;
    const row = places === null ? r : (places[r] as number);
    const end = rows.ends[row] as number;
    for (let c = rows.starts[row] as number; c < end; c++) {
      const column = rows.columns[c] as number;
      const spot = ends[column] as number;
      columns[spot] = r;
      values[spot] = weight * (rows.values[c] as number);
      ends[column] = spot + 1;
    }
    columns[place] = r;
    values[place++] = weight;
  }
  ends[starts.length - 1] = place;
}
