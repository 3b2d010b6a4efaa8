// Derived for dpfair: docs/methods/apportionment.md.
import { type Claim, precedes } from '@dpfair/decisions';
import type { DiscreteNoise } from '@dpfair/stats';
import type { Steps } from '../../steps/steps.js';
import type { Changes } from './changes-between.js';
import type { ContestedClaims, NoisyHouse } from './contested-claims.js';
import { type ContestedEntity, claimsOf, contestedEntities } from './contested-entities.js';
import { reachOf } from './reach.js';

type House = NoisyHouse<DiscreteNoise>;

/** What one claim costs, in multiplications. */
const OF_A_CLAIM = 200;
/** A value of the noise that is less likely is left out. */
const NEGLIGIBLE = 1e-25;

/** Sums over the values that noise on the whole numbers gives to the population of each entity at each of its contested claims, one value a step. */
export function* changesOnLattice(house: House, contested: ContestedClaims): Steps<Changes> {
  const { noise, total, truth } = house;
  const entities = contestedEntities(house, contested);
  const certain = contested.sure.reduce((sum, own) => sum + own, 0);
  const changes = [...contested.sure].map((sure, i) => new Float64Array((contested.most[i] as number) - sure));
  for (const entity of entities) {
    const change = changes[entity.place] as Float64Array;
    for (const [k, post] of entity.posts.entries()) {
      const held = entity.sure + k;
      const isTrue = held < (truth[entity.place] as number);
      const [first, last] = valuesOf(house, contested, entity, post);
      const room = total - 1 - k - certain;
      let sum = isTrue ? noise.cdf(first - 1) : noise.survival(last);
      for (let n = first; n <= last; n++) {
        const weight = noise.pmf(n);
        if (weight < NEGLIGIBLE) continue;
        yield;
        const claim = { population: entity.population + n, held, place: entity.place };
        const [atMost, more] = othersBefore(house, entities, entity, claim, post, room);
        sum += weight * (isTrue ? more : atMost);
      }
      change[k] = sum;
    }
  }
  return changes;
}

/** Evaluations that this takes: values of the noise, each with the claims of the others. */
export function latticeWork(house: House, contested: ContestedClaims): number {
  const entities = contestedEntities(house, contested);
  const claims = claimsOf(entities);
  const values = entities.reduce(
    (sum, entity) =>
      sum +
      entity.posts.reduce((of, post) => {
        const [first, last] = valuesOf(house, contested, entity, post);
        return of + Math.max(0, last - first + 1);
      }, 0),
    0,
  );
  return values * claims * (claims + OF_A_CLAIM);
}

/** The values of the noise at which a claim is contested: below them it is lost, above them it is won. */
function valuesOf(
  { noise }: House,
  { low, high }: ContestedClaims,
  { population }: ContestedEntity,
  post: number,
): readonly [first: number, last: number] {
  const reach = reachOf(noise);
  const alive = Math.floor(-population) + 1;
  const first = Math.max(alive, -reach, Math.floor(low * post - population) - 1);
  return [first, Math.max(first - 1, Math.min(reach, Math.ceil(high * post - population) + 1))];
}

/** P(at most `room` of the contested claims of the others come before a claim), and P(more do). */
function othersBefore(
  { method, noise }: House,
  entities: readonly ContestedEntity[],
  own: ContestedEntity,
  claim: Claim,
  post: number,
  room: number,
): readonly [atMost: number, more: number] {
  let distribution = [1];
  for (const other of entities) {
    if (other === own) continue;
    const least = Array.from(other.posts, (otherPost, k) => {
      // The claim of the other comes first from this population on, or from the next whole step.
      const level = claim.population * (otherPost / post);
      const guess = Math.floor(level - other.population);
      const comesFirst = (n: number) =>
        precedes(method, { population: other.population + n, held: other.sure + k, place: other.place }, claim);
      return Math.abs(level - (other.population + Math.round(level - other.population))) > NEAR * level
        ? guess + 1
        : ([guess - 1, guess, guess + 1].find(comesFirst) ?? guess + 2);
    });
    distribution = convolve(distribution, probabilitiesOf(least, noise));
  }
  let [atMost, more] = [0, 0];
  distribution.forEach((probability, claims) => {
    if (claims <= room) atMost += probability;
    else more += probability;
  });
  return [atMost, more];
}

/** Levels this near to a population are compared without rounding. */
const NEAR = 64 * Number.EPSILON;

/** Of 0, 1, ... claims, where one more comes first from each of these values of the noise on: rising. */
function probabilitiesOf(least: readonly number[], noise: DiscreteNoise): readonly number[] {
  return [...least, Number.POSITIVE_INFINITY].map((upper, k) => {
    const lower = least[k - 1] ?? Number.NEGATIVE_INFINITY;
    // P(lower <= noise < upper), from the side where both ends are small.
    return lower > 0 ? noise.cdf(-lower) - noise.cdf(-upper) : noise.survival(-upper) - noise.survival(-lower);
  });
}

function convolve(a: readonly number[], b: readonly number[]): number[] {
  const sum = new Array<number>(a.length + b.length - 1).fill(0);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) sum[i + j] = (sum[i + j] as number) + (a[i] as number) * (b[j] as number);
  }
  return sum;
}
