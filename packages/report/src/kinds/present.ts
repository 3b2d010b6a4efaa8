/** A list without its nulls. */
export function present<Value>(values: readonly (Value | null)[]): readonly Value[] {
  return values.filter((value): value is Value => value !== null);
}
