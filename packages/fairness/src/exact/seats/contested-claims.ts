import { type DivisorMethod, signpost } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import { reachOf } from './reach.js';

/** What is apportioned: true populations, each with noise of its own, and the seats that they give without noise. */
export interface NoisyHouse<Noise extends NoiseDistribution = NoiseDistribution> {
  readonly method: DivisorMethod;
  /** Seats of the house. */
  readonly total: number;
  readonly populations: Float64Array;
  /** Seats of each without noise. */
  readonly truth: Float64Array;
  readonly noise: Noise;
}

/**
 * What noise can change. The smallest priority that gets a seat lies between `low` and `high` whatever the noise within its reach: with
 * all populations as small as they can be, and as large. Of entity i the first `sure[i]` seats have a larger priority at any rate,
 * and those from `most[i]` on a smaller one.
 */
export interface ContestedClaims {
  readonly low: number;
  readonly high: number;
  readonly sure: Int32Array;
  readonly most: Int32Array;
}

/** Null where nothing is contested: there are seats for the minimum of everyone, and no more. */
export function contestedClaims(house: NoisyHouse): ContestedClaims | null {
  const { method, total, populations, noise } = house;
  if (total === method.minimum * populations.length) return null;
  const reach = reachOf(noise);
  const least = populations.map((population) => Math.max(0, population - reach));
  const largest = populations.map((population) => population + reach);
  const given = (people: Float64Array) => (level: number) =>
    people.reduce((sum, population) => sum + claimsAbove(method, total, population, level), 0);
  const { low } = lastPriority(given(least), total, largestPriority(method, least));
  const { high } = lastPriority(given(largest), total, largestPriority(method, largest));
  return contestedBetween(house, low, high);
}

/** The contested claims where the smallest priority that gets a seat lies between two levels. */
export function contestedBetween(house: NoisyHouse, low: number, high: number): ContestedClaims {
  const { method, total, populations, noise } = house;
  const reach = reachOf(noise);
  return {
    low,
    high,
    sure: Int32Array.from(populations, (people) => claimsAbove(method, total, Math.max(0, people - reach), high)),
    most: Int32Array.from(populations, (people) => claimsAbove(method, total, people + reach, low)),
  };
}

/** Seats whose priority is above a level, at least the minimum and at most all. */
function claimsAbove(method: DivisorMethod, total: number, population: number, level: number): number {
  const share = population > 0 ? Math.min(population / level, total) : 0;
  const down = Math.floor(share);
  const rounded = share > signpost(method, down) ? down + 1 : down;
  return Math.min(total, Math.max(method.minimum, rounded));
}

const largestPriority = (method: DivisorMethod, populations: Float64Array) =>
  populations.reduce((a, b) => Math.max(a, b), 0) / signpost(method, method.minimum);

/** A narrow interval around the level above which there are fewer claims than seats; 0 and 0 where there is nobody. */
function lastPriority(given: (level: number) => number, total: number, largest: number) {
  let [low, high] = [largest, largest];
  if (largest === 0) return { low, high };
  while (given(low) < total) low /= 2;
  while (high > low * (1 + NARROW)) {
    const middle = low + (high - low) / 2;
    if (given(middle) < total) high = middle;
    else low = middle;
  }
  return { low, high };
}

const NARROW = 1e-9;
