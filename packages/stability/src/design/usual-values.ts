// Boyer and Moore, MJRTY: A fast majority vote algorithm (1991).

/** For each column the value that more than half of the rows hold, 0 where there is none. O(rows x columns), two passes. */
export function usualValues(features: Float64Array, rows: number, columns: number): Float64Array {
  const usual = new Float64Array(columns);
  const lead = new Int32Array(columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++, at++) {
      const value = features[at] as number;
      if (value === usual[j]) lead[j] = (lead[j] as number) + 1;
      else if ((lead[j] as number) > 0) lead[j] = (lead[j] as number) - 1;
      else {
        usual[j] = value;
        lead[j] = 1;
      }
    }
  }
  const held = new Int32Array(columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++, at++) if (features[at] === usual[j]) held[j] = (held[j] as number) + 1;
  }
  return usual.map((value, j) => (2 * (held[j] as number) > rows ? value : 0));
}
