/**
 * The table every audit starts from: one row an entity, columns as typed arrays, all of the same length.
 *
 * - `counts`: private counts, by role (`count` for identity and allotment); these receive noise; each is finite and >= 0;
 * - `fixed`: public columns, by role (`weight` for allotment); these never receive noise;
 * - `labels`: public text columns, by role;
 * - `group`: the label each entity is rolled up under, or null when none was mapped.
 */
export interface CountTable {
  readonly id: readonly string[];
  readonly name: readonly string[];
  readonly group: readonly string[] | null;
  readonly counts: Readonly<Record<string, Float64Array>>;
  readonly fixed: Readonly<Record<string, Float64Array>>;
  /** @default none */
  readonly labels?: Readonly<Record<string, readonly string[]>>;
}
