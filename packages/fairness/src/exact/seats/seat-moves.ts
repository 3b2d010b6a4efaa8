// Derived for dpfair: docs/methods/apportionment.md.
import { type ContinuousNoise, compensatedSum, type DiscreteNoise } from '@dpfair/stats';
import { type Steps, stepsOf } from '../../steps/steps.js';
import { type Changes, changesBetween } from './changes-between.js';
import { changesOnLattice, latticeWork } from './changes-on-lattice.js';
import { type ContestedClaims, contestedClaims, type NoisyHouse } from './contested-claims.js';
import { levelEnds } from './level-ends.js';
import { LEVELS_TO_NARROW, narrowed } from './narrowed.js';

/** What noise does to the seats of each entity, and how far each number may be off. */
export interface SeatMoves {
  /** P(fewer seats than without noise). */
  readonly fewer: Float64Array;
  /** P(more seats than without noise). */
  readonly more: Float64Array;
  /** Expected seats minus those without noise. */
  readonly bias: Float64Array;
  readonly errors: Float64Array;
}

const NODES = 20;
const FEWER_NODES = 14;

/** Up to this many multiplications: some seconds. */
const LARGEST_WORK = 4e8;
/** The same for the search for the levels that matter, which comes before it is known whether there will be an integral. */
const LARGEST_SEARCH = 5e7;

/**
 * How noise that is independent between entities moves the seats of a divisor method, without simulation. Entity i has its seat
 * after k seats exactly where the claims of the others above its priority v = noisy population / signpost(k) leave room:
 *
 *     P(seats_i > k) = integral of f_ik(v) P(sum over j of n_j(v) <= total - 1 - k) dv,
 *
 * where f_ik is the density of that priority and the numbers n_j(v) of claims of the others above v are independent. Of noise on the whole numbers the
 * integral is a sum, and claims equal to v count where they come first.
 *
 * @returns what computes it, in steps; null where that would take more than some seconds.
 */
export function seatMoves(house: NoisyHouse): (() => Steps<SeatMoves>) | null {
  const possible = contestedClaims(house);
  if (possible === null) return () => stepsOf(noMoves(house.populations.length));
  if (LEVELS_TO_NARROW * workAtLevel(possible) > LARGEST_SEARCH) return null;
  const contested = narrowed(house, possible);
  const { noise } = house;
  return noise.support === 'real'
    ? byQuadrature({ ...house, noise }, contested)
    : bySum({ ...house, noise }, contested);
}

function byQuadrature(house: NoisyHouse<ContinuousNoise>, contested: ContestedClaims): (() => Steps<SeatMoves>) | null {
  const ends = levelEnds(house, contested);
  if ((NODES + FEWER_NODES) * ends.length * workAtLevel(contested) > LARGEST_WORK) return null;
  return function* () {
    const fine = yield* changesBetween(house, contested, ends, NODES);
    const coarse = yield* changesBetween(house, contested, ends, FEWER_NODES);
    return summed(house, contested, fine, coarse);
  };
}

/** Noise on the whole numbers: each value that the population of the entity can have, ties by the convention. */
function bySum(house: NoisyHouse<DiscreteNoise>, contested: ContestedClaims): (() => Steps<SeatMoves>) | null {
  if (latticeWork(house, contested) > LARGEST_WORK) return null;
  return function* () {
    const changes = yield* changesOnLattice(house, contested);
    return summed(house, contested, changes, changes);
  };
}

/** Adds claims up to seats. */
function summed(house: NoisyHouse, contested: ContestedClaims, fine: Changes, coarse: Changes): SeatMoves {
  const { populations, truth, noise } = house;
  const { low, sure } = contested;
  const moves = noMoves(populations.length);
  const nobody = low > 0 ? 0 : populations.reduce((product, population) => product * noise.cdf(-population), 1);
  fine.forEach((changes, i) => {
    const own = truth[i] as number;
    const dealt = dealtInTurn(house, i);
    const terms = changes.map((change, k) => {
      const held = (sure[i] as number) + k;
      // Where noise leaves nobody, seats are dealt in turn.
      const alone = held < dealt ? nobody : 0;
      const probability = held < own ? change - alone : change + alone;
      if (held === own - 1) moves.fewer[i] = within(probability);
      if (held === own) moves.more[i] = within(probability);
      moves.errors[i] = (moves.errors[i] as number) + Math.abs(change - (coarse[i]?.[k] as number));
      return held < own ? -probability : probability;
    });
    moves.bias[i] = compensatedSum(terms);
  });
  // Seats that one loses another gains; rounding of populations moves all levels, and no whole number.
  const miss = Math.abs(compensatedSum(moves.bias));
  const people = compensatedSum(populations.filter((_, i) => (fine[i] as Float64Array).length > 0));
  const rounding = ROUNDING + (noise.support === 'real' ? (4 * Number.EPSILON * people) / noise.spread : 0);
  return { ...moves, errors: moves.errors.map((error) => error + miss + rounding) };
}

/** An error of this size is stated even where none is seen: rounding of the distribution functions, and the reach of the noise. */
const ROUNDING = 1e-14;

const within = (probability: number) => Math.min(1, Math.max(0, probability));

function dealtInTurn({ total, populations }: NoisyHouse, i: number): number {
  const each = Math.floor(total / populations.length);
  return i < total - each * populations.length ? each + 1 : each;
}

const noMoves = (n: number): SeatMoves => ({
  fewer: new Float64Array(n),
  more: new Float64Array(n),
  bias: new Float64Array(n),
  errors: new Float64Array(n),
});

/** Multiplications at one level at most: sums over all but one entity have as many values as there are claims. */
const workAtLevel = ({ sure, most }: ContestedClaims): number =>
  most.reduce((sum, largest, i) => sum + largest - (sure[i] as number), 0) ** 2;
