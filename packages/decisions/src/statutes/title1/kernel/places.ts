/** Values by row of the table, put in the order of places. */
export const atPlaces = (column: Float64Array, order: Int32Array): Float64Array =>
  Float64Array.from(order, (row) => column[row] as number);

/** Adds up values by place over the places of each state, none below 0. */
export function sumByState(values: Float64Array, start: Int32Array, into: Float64Array): void {
  for (let s = 0; s < into.length; s++) {
    let sum = 0;
    const end = start[s + 1] as number;
    for (let place = start[s] as number; place < end; place++) sum += values[place] as number;
    into[s] = sum > 0 ? sum : 0;
  }
}
