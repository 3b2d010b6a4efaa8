import { claimsAtLevel } from './claims-at-level.js';
import { type ContestedClaims, contestedBetween, type NoisyHouse } from './contested-claims.js';
import { type ContestedEntity, claimsOf, contestedEntities } from './contested-entities.js';
import { othersAbove } from './others-above.js';
import { reachOf } from './reach.js';

/** A probability that is left out. */
const NEGLIGIBLE = 1e-20;
const HALVINGS = 24;
/** Levels that are looked at. */
export const LEVELS_TO_NARROW = 2 * HALVINGS;

/**
 * Brings the ends of the contested levels together, up to where a claim at the level has no chance of a seat, or is certain of
 * one. What others leave room for grows with the level, so that this is so of all levels beyond.
 */
export function narrowed(house: NoisyHouse, contested: ContestedClaims): ContestedClaims {
  const entities = contestedEntities(house, contested);
  const certain = contested.sure.reduce((sum, own) => sum + own, 0);
  const settled = (outcome: 'lost' | 'won') => (level: number) => isSettled(house, entities, certain, level, outcome);
  const low = lastWhere(settled('lost'), contested.low, contested.high);
  const high = lastWhere(settled('won'), contested.high, contested.low);
  return low < high ? contestedBetween(house, low, high) : contested;
}

/** The last level from `start` towards `end` at which the condition holds, by halving; the start where it never does. */
function lastWhere(holds: (level: number) => boolean, start: number, end: number): number {
  let [inside, outside] = [start, end];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = inside + (outside - inside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Whether every contested claim that can come to this level or beyond is lost there, or won. */
function isSettled(
  { total, noise }: NoisyHouse,
  entities: readonly ContestedEntity[],
  certain: number,
  level: number,
  outcome: 'lost' | 'won',
): boolean {
  const reach = reachOf(noise);
  const others = othersAbove(entities.length, claimsOf(entities));
  let above = certain;
  const firsts = entities.map(({ posts, population }) => {
    const { sure, probabilities } = claimsAtLevel(level, posts, population, noise);
    above += sure;
    others.add(probabilities);
    return sure;
  });
  others.close();
  return entities.every(({ posts, population }, left) =>
    posts.every((post, k) => {
      const threshold = level * post - population;
      if (outcome === 'lost' ? threshold < -reach : threshold > reach) return true;
      const [room, none] = others.without(left, total - 1 - above - (k - (firsts[left] as number)));
      return (outcome === 'lost' ? room : none) < NEGLIGIBLE;
    }),
  );
}
