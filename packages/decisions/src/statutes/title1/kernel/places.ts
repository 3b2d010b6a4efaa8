/** Values by row of the table, put in the order of places. */
export const atPlaces = (column: Float64Array, order: Int32Array): Float64Array =>
  Float64Array.from(order, (row) => column[row] as number);

/** Writes values by row of the table in the order of places. */
export function toPlaces(column: Float64Array, order: Int32Array, into: Float64Array): void {
  for (let place = 0; place < order.length; place++) into[place] = column[order[place] as number] as number;
}

/** Adds each value by place to its row of the table. */
export function addByRow(values: Float64Array, order: Int32Array, total: Float64Array): void {
  for (let place = 0; place < order.length; place++) {
    const row = order[place] as number;
    total[row] = (total[row] as number) + (values[place] as number);
  }
}

/** What each state has, at each of its places. */
export function ofTheirStates(byState: ArrayLike<number>, start: Int32Array): Float64Array {
  const values = new Float64Array(start[start.length - 1] as number);
  for (let s = 0; s < byState.length; s++) values.fill(byState[s] as number, start[s], start[s + 1]);
  return values;
}

/** Adds up values by place over the places of each state, none below 0. */
export function sumByState(values: Float64Array, start: Int32Array, into: Float64Array): void {
  for (let s = 0; s < into.length; s++) {
    let sum = 0;
    const end = start[s + 1] as number;
    for (let place = start[s] as number; place < end; place++) sum += values[place] as number;
    into[s] = sum > 0 ? sum : 0;
  }
}
