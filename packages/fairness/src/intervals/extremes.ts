/** Positions of the largest and the smallest element; the first of equals. */
export function extremes(values: Float64Array): { readonly most: number; readonly least: number } {
  let most = 0;
  let least = 0;
  for (let i = 1; i < values.length; i++) {
    if ((values[i] as number) > (values[most] as number)) most = i;
    if ((values[i] as number) < (values[least] as number)) least = i;
  }
  return { most, least };
}

/** Largest minus smallest element. */
export function spread(values: Float64Array): number {
  const { most, least } = extremes(values);
  return (values[most] as number) - (values[least] as number);
}
