/** Values by row of the table, put in the order of places. */
export const atPlaces = (column: Float64Array, order: Int32Array): Float64Array =>
  Float64Array.from(order, (row) => column[row] as number);
