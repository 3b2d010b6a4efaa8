import type { Cell } from '@dpfair/result';
import { countsPeople } from './people.js';

/** Indices of the entities with a bias, smallest bias first; ties in the order of the input. */
export function rankByBias(cell: Cell): number[] {
  const { bias } = cell.entities;
  const indices: number[] = [];
  for (let index = 0; index < bias.length; index += 1) if (bias[index] !== null) indices.push(index);
  return indices.sort((first, second) => (bias[first] as number) - (bias[second] as number) || first - second);
}

/**
 * The entity that loses most, as the result names it (`alpha.least`), among those whose people are counted once where that is
 * known; null when no entity has a negative bias.
 */
export function worstLoser(cell: Cell): number | null {
  const index = named(cell, cell.alpha.least) ?? extreme(cell, -1);
  return index !== null && (cell.entities.bias[index] ?? 0) < 0 ? index : null;
}

/** The entity that gains most (`alpha.most`), likewise; null when no entity has a positive bias. */
export function bestWinner(cell: Cell): number | null {
  const index = named(cell, cell.alpha.most) ?? extreme(cell, 1);
  return index !== null && (cell.entities.bias[index] ?? 0) > 0 ? index : null;
}

function named(cell: Cell, id: string | null): number | null {
  if (id === null) return null;
  const index = cell.entities.id.indexOf(id);
  return index < 0 || !countsPeople(cell, index) ? null : index;
}

function extreme(cell: Cell, sign: 1 | -1): number | null {
  let best: number | null = null;
  cell.entities.bias.forEach((bias, index) => {
    if (bias === null || !countsPeople(cell, index)) return;
    if (best === null || sign * bias > sign * (cell.entities.bias[best] as number)) best = index;
  });
  return best;
}
