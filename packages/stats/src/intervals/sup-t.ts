// Source: Chernozhukov, Chetverikov and Kato, "Gaussian approximations and multiplier bootstrap for maxima of sums of
// high-dimensional random vectors", Annals of Statistics 41 (2013).
import { fillUnitGaussian } from '../random/noise-rows.js';
import type { Seed } from '../random/seed.js';
import { normalSurvival } from '../special/normal.js';
import { bonferroniCriticalValue } from './bonferroni.js';
import { requireConfidence } from './interval.js';
import { spuriousDependenceFactor } from './spurious-dependence.js';
import { studentUpperQuantile } from './student.js';

/** Options of {@link supTCriticalValue}. */
export interface SupTOptions {
  /** How often all intervals hold together; within (0, 1). */
  readonly confidence: number;
  /** Bootstrap repetitions, an integer above 0. @default 2000 */
  readonly repetitions?: number;
  /** The seed of the run; the multipliers are its 'bootstrap' rows 0, 1, ... */
  readonly seed: Seed;
}

/** Entities worked on at a time, so that their deviations stay in the cache. */
const chunk = 256;

/**
 * The t such that the intervals `mean_i +- t standardError_i` of all entities hold together with this confidence, taking
 * their dependence from the data.
 *
 * With d_ki the mean of entity i in shard k minus its mean over all shards and xi_k independent standard normal multipliers, c is the
 * quantile at `confidence` of `max_i |sum_k xi_k d_ki| / sqrt(sum_k d_ki^2)` over the repetitions (the order statistic
 * `ceil(confidence (repetitions + 1))`). Its tail probability is multiplied by {@link spuriousDependenceFactor}, because few shards make
 * entities look more dependent than they are, and carried over to Student's t with (shards - 1) degrees of freedom, because the
 * standard errors are estimated. Both corrections are our own; they vanish as the shards grow. The result is at least the value for one
 * interval and at most Bonferroni's, which it also is for 2 shards and when the repetitions are too few for the quantile. Entities
 * without spread do not count.
 *
 * Two-sided. Shard means should be nearly symmetric (skewness up to about .2): Student's t itself undercovers for skewed ones. Time:
 * repetitions x shards x entities multiplications of .8 ns; the same seed gives the same bits.
 *
 * @param deviations One array per shard, each with one entry per entity. At least 2 shards, of equal size.
 * @throws RangeError when there are fewer than 2 shards, their lengths differ, or an option is outside its range.
 */
export function supTCriticalValue(deviations: readonly Float64Array[], options: SupTOptions): number {
  const { confidence, repetitions = 2000, seed } = options;
  requireConfidence(confidence);
  requirePositiveInteger('repetitions', repetitions);
  requireShards(deviations);
  const degreesOfFreedom = deviations.length - 1;
  const maxima = new Float64Array(repetitions);
  const count = accumulateMaxima(maxima, deviations, multipliers(repetitions, deviations.length, seed));
  const single = bonferroniCriticalValue(1, confidence, degreesOfFreedom);
  if (count <= 1) return single;
  const most = bonferroniCriticalValue(count, confidence, degreesOfFreedom);
  const rank = Math.ceil(confidence * (repetitions + 1));
  if (rank > repetitions || deviations.length < 3) return most;
  const quantile = maxima.sort()[rank - 1] as number;
  const factor = spuriousDependenceFactor(count, confidence, deviations.length);
  const value = studentUpperQuantile(normalSurvival(quantile) * factor, degreesOfFreedom);
  return Math.min(most, Math.max(single, value));
}

/** Row r holds the multipliers of repetition r, one per shard; rows up to the next multiple of 4. */
function multipliers(repetitions: number, shards: number, seed: Seed): Float64Array {
  const rows = new Float64Array(((repetitions + 3) & ~3) * shards);
  for (let r = 0; r < repetitions; r++) {
    fillUnitGaussian(rows.subarray(r * shards, (r + 1) * shards), seed, 'bootstrap', r);
  }
  return rows;
}

/** Raises `maxima[r]` to the largest statistic of repetition r; returns how many entities have spread. */
function accumulateMaxima(maxima: Float64Array, deviations: readonly Float64Array[], rows: Float64Array): number {
  const shards = deviations.length;
  const entities = (deviations[0] as Float64Array).length;
  const unit = new Float64Array(chunk * shards);
  let count = 0;
  for (let start = 0; start < entities; start += chunk) {
    const used = normalise(unit, deviations, start, Math.min(entities, start + chunk));
    count += used;
    for (let r = 0; r < maxima.length; r += 4) raiseFour(maxima, r, unit, used, rows, shards);
  }
  return count;
}

/** Writes d_ki / sqrt(sum_k d_ki^2) for the entities with spread, entity after entity, and 0 after them; returns how many they are. */
function normalise(unit: Float64Array, deviations: readonly Float64Array[], start: number, end: number): number {
  let used = 0;
  for (let i = start; i < end; i++) {
    let largest = 0;
    for (const shard of deviations) largest = Math.max(largest, Math.abs(shard[i] as number));
    if (largest === 0) continue;
    let squares = 0;
    for (const shard of deviations) squares += ((shard[i] as number) / largest) ** 2;
    const scale = 1 / Math.sqrt(squares);
    const base = used * deviations.length;
    deviations.forEach((shard, k) => {
      unit[base + k] = ((shard[i] as number) / largest) * scale;
    });
    used++;
  }
  unit.fill(0, used * deviations.length);
  return used;
}

/** Four repetitions by two entities side by side, so that every number loaded is used more than once. */
function raiseFour(
  maxima: Float64Array,
  r: number,
  unit: Float64Array,
  used: number,
  rows: Float64Array,
  shards: number,
): void {
  let most0 = 0;
  let most1 = 0;
  let most2 = 0;
  let most3 = 0;
  const row0 = r * shards;
  const row1 = row0 + shards;
  const row2 = row1 + shards;
  const row3 = row2 + shards;
  for (let base = 0; base < used * shards; base += 2 * shards) {
    let a0 = 0;
    let a1 = 0;
    let a2 = 0;
    let a3 = 0;
    let b0 = 0;
    let b1 = 0;
    let b2 = 0;
    let b3 = 0;
    for (let k = 0; k < shards; k++) {
      const a = unit[base + k] as number;
      const b = unit[base + shards + k] as number;
      const x0 = rows[row0 + k] as number;
      const x1 = rows[row1 + k] as number;
      const x2 = rows[row2 + k] as number;
      const x3 = rows[row3 + k] as number;
      a0 += a * x0;
      a1 += a * x1;
      a2 += a * x2;
      a3 += a * x3;
      b0 += b * x0;
      b1 += b * x1;
      b2 += b * x2;
      b3 += b * x3;
    }
    most0 = Math.max(most0, Math.abs(a0), Math.abs(b0));
    most1 = Math.max(most1, Math.abs(a1), Math.abs(b1));
    most2 = Math.max(most2, Math.abs(a2), Math.abs(b2));
    most3 = Math.max(most3, Math.abs(a3), Math.abs(b3));
  }
  raise(maxima, r, most0);
  raise(maxima, r + 1, most1);
  raise(maxima, r + 2, most2);
  raise(maxima, r + 3, most3);
}

/** Writes past the end of a typed array are ignored: the rows that pad the last four. */
function raise(maxima: Float64Array, r: number, value: number): void {
  maxima[r] = Math.max(maxima[r] ?? 0, value);
}

function requireShards(deviations: readonly Float64Array[]): void {
  if (deviations.length < 2) throw new RangeError(`shards: ${deviations.length} (allowed: at least 2)`);
  const entities = (deviations[0] as Float64Array).length;
  for (const shard of deviations) {
    if (shard.length !== entities) throw new RangeError(`entities of a shard: ${shard.length} (allowed: ${entities})`);
  }
}

function requirePositiveInteger(what: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 1)) throw new RangeError(`${what}: ${value} (allowed: an integer above 0)`);
}
