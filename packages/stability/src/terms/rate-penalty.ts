import { combinations } from '../program/combinations.js';
import type { StableFairProgram } from '../program/program.js';
import type { TrainingSet } from '../program/training-set.js';
import { mutualInformation } from './mutual-information.js';
import type { OfRates } from './of-rates.js';
import { rateLogs } from './rate-logs.js';

/** A penalty that sees the scores through the mean probability of the favourable class in groups, `1 / (1 + exp(-f))` being one row's. */
export interface RatePenalty {
  /** For each way to divide the rows the place of each row's rate among all rates. */
  readonly divisions: readonly Int32Array[];
  /** Rows of each rate, above 0. */
  readonly sizes: Float64Array;
  /** By the logs of the rates. */
  readonly of: (logs: Float64Array) => OfRates;
}

/** The penalty of a program; null where it has none of this kind, or one of weight 0. */
export function ratePenalty(set: TrainingSet, program: StableFairProgram): RatePenalty | null {
  const { fairness } = program;
  if (!('weight' in fairness) || fairness.weight === 0) return null;
  if (fairness.kind === 'mutual-information') {
    const { of, sizes } = heldOnly(combinations(set.groups, set.rows).of, set.rows);
    const shares = sizes.map((size) => size / set.rows);
    return { divisions: [of], sizes, of: mutualInformation(shares, fairness.weight) };
  }
  const divisions: Int32Array[] = [];
  const sizes: number[] = [];
  for (const group of set.groups) {
    const held = heldOnly(group.of, set.rows);
    divisions.push(held.of.map((place) => place + sizes.length));
    sizes.push(...held.sizes);
  }
  return { divisions, sizes: Float64Array.from(sizes), of: rateLogs(fairness.weight) };
}

/** The groups that have rows, numbered anew. */
function heldOnly(of: Int32Array, rows: number): { readonly of: Int32Array; readonly sizes: Float64Array } {
  const places = new Map<number, number>();
  for (const group of [...new Set(of)].sort((a, b) => a - b)) places.set(group, places.size);
  const sizes = new Float64Array(places.size);
  const anew = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const place = places.get(of[row] as number) as number;
    anew[row] = place;
    sizes[place] = (sizes[place] as number) + 1;
  }
  return { of: anew, sizes };
}
