/** What was said of a spec: null is its word for the default, and says no more than a key that is not there. */
export function knownKeys<Spec extends object>(
  given: { readonly [Key in keyof Spec]?: Spec[Key] | null },
): Partial<Spec> {
  const known = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(known) as Partial<Spec>;
}
