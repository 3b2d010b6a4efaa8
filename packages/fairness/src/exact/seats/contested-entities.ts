import { signpost } from '@dpfair/decisions';
import type { ContestedClaims, NoisyHouse } from './contested-claims.js';

/** An entity with contested claims. */
export interface ContestedEntity {
  readonly place: number;
  readonly population: number;
  /** Seats that it has at any rate. */
  readonly sure: number;
  /** Signposts of its contested claims, rising. */
  readonly posts: Float64Array;
}

/** Those entities that have any, in the order of the list. */
export function contestedEntities(
  { method, populations }: NoisyHouse,
  { sure, most }: ContestedClaims,
): readonly ContestedEntity[] {
  return [...populations].flatMap((population, place) => {
    const [first, end] = [sure[place] as number, most[place] as number];
    if (end === first) return [];
    const posts = Float64Array.from({ length: end - first }, (_, k) => signpost(method, first + k));
    return [{ place, population, sure: first, posts }];
  });
}

/** Contested claims of all. */
export const claimsOf = (entities: readonly ContestedEntity[]): number =>
  entities.reduce((sum, { posts }) => sum + posts.length, 0);
