/** A record without some of its keys. */
export function withoutKeys<Spec extends object>(record: Spec, keys: readonly string[]): Spec {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))) as Spec;
}
