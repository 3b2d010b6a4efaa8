import type { AttributionComponent, Cause, Cell } from '@dpfair/result';

/** One cause of a cell with its weight: the sum of its sizes over all entities, as a fraction of that of all causes. */
export interface WeightedPart {
  readonly cause: Cause;
  readonly component: AttributionComponent;
  readonly weight: number;
}

/** The parts of a cell, heaviest first; none where nothing is biased or the causes are not told apart. */
export function partsOf({ attribution }: Cell): WeightedPart[] {
  const components = attribution?.components ?? [];
  const sizes = components.map(({ bias }) => bias.reduce<number>((sum, part) => sum + Math.abs(part ?? 0), 0));
  const all = sizes.reduce((a, b) => a + b, 0);
  if (!(all > 0)) return [];
  return components
    .map((component, k) => ({ cause: component.name, component, weight: (sizes[k] as number) / all }))
    .sort((first, second) => second.weight - first.weight);
}
