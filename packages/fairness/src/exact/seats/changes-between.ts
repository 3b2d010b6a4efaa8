import { signpost } from '@dpfair/decisions';
import { type ContinuousNoise, gaussLegendre } from '@dpfair/stats';
import type { Steps } from '../../steps/steps.js';
import { claimsAtLevel } from './claims-at-level.js';
import type { ContestedClaims, NoisyHouse } from './contested-claims.js';
import { type ContestedEntity, claimsOf, contestedEntities } from './contested-entities.js';
import { othersAbove } from './others-above.js';

/** By entity, then contested claim: the probability that noise takes the seat from who has it, or gives it to who has not. */
export type Changes = readonly Float64Array[];

/** Integrals over the contested levels by a Gauss-Legendre rule on each panel, a level a step. @param order its number of nodes. */
export function* changesBetween(
  house: NoisyHouse<ContinuousNoise>,
  contested: ContestedClaims,
  ends: readonly number[],
  order: number,
): Steps<Changes> {
  const changes = [...contested.sure].map((sure, i) => new Float64Array((contested.most[i] as number) - sure));
  const addLevel = levelAdder(house, contested, changes);
  const { nodes, weights } = gaussLegendre(order);
  for (let panel = 1; panel < ends.length; panel++) {
    const [low, high] = [ends[panel - 1] as number, ends[panel] as number];
    const half = (high - low) / 2;
    for (const [k, node] of nodes.entries()) {
      addLevel(low + half * (1 + node), half * (weights[k] as number));
      yield;
    }
  }
  addOutside(house, contested, changes);
  return changes;
}

/** Adds what one node of the quadrature says. */
function levelAdder(house: NoisyHouse<ContinuousNoise>, contested: ContestedClaims, changes: Changes) {
  const { total, truth, noise } = house;
  const entities = contestedEntities(house, contested);
  const certain = contested.sure.reduce((sum, own) => sum + own, 0);
  const others = othersAbove(entities.length, claimsOf(entities));
  return (level: number, weight: number): void => {
    others.clear();
    let above = certain;
    const open: { readonly entity: ContestedEntity; readonly first: number; readonly end: number }[] = [];
    for (const entity of entities) {
      const { sure, probabilities } = claimsAtLevel(level, entity.posts, entity.population, noise);
      above += sure;
      if (probabilities.length === 1) continue;
      others.add(probabilities);
      open.push({ entity, first: sure, end: sure + probabilities.length - 1 });
    }
    others.close();
    open.forEach(({ entity, first, end }, left) => {
      const { place, population, sure, posts } = entity;
      const change = changes[place] as Float64Array;
      for (let k = first; k < end; k++) {
        const post = posts[k] as number;
        const density = post * noise.pdf(level * post - population);
        // With this seat the entity has k contested ones besides those that are sure; the others are sure of the rest.
        const [room, none] = others.without(left, total - 1 - above - (k - first));
        change[k] = (change[k] as number) + weight * density * (sure + k < (truth[place] as number) ? none : room);
      }
    });
  };
}

/** Below the contested levels a seat is lost, above them it is won. */
function addOutside(
  { method, populations, truth, noise }: NoisyHouse,
  { low, high, sure }: ContestedClaims,
  changes: Changes,
) {
  changes.forEach((change, i) => {
    const population = populations[i] as number;
    for (let k = 0; k < change.length; k++) {
      const held = (sure[i] as number) + k;
      const post = signpost(method, held);
      const outside =
        held < (truth[i] as number) ? noise.cdf(low * post - population) : noise.survival(high * post - population);
      change[k] = (change[k] as number) + outside;
    }
  });
}
