import { kernelBytes, openKernel } from '@dpfair/stats';
import { base64, type Functions } from '../../../../../dist/kernels/title1.js';
import type { FormulaContext, GrantFormula, GrantNumbers } from '../grant-formula.js';
import type { KeptPart } from '../kept-part.js';
import { sumByState, toPlaces } from '../places.js';
import { wholeCents } from '../spending/whole-cents.js';
import { bytesOfPair, grantPair, hasFewBrackets, LANES, weighPair, writeLane } from './grant-pair.js';
import { centPayer } from './pair-cents.js';
import { rateFinder } from './rate-finder.js';

/**
 * Spends every grant on counts by row and writes the totals, as the `spend` of a run does and with the same bits.
 * @returns false, with nothing of use in `total`, where a trial must be left to the formulas themselves.
 */
export type CompiledSpender = (count: Float64Array, children: Float64Array, total: Float64Array) => boolean;

/**
 * The statute in passes of WebAssembly over all districts, two grants in each.
 *
 * @returns null where the grants are not of that form: with brackets held at the truth, or more than five of them.
 */
export function compiledSpender(
  formulas: readonly GrantFormula[],
  keep: KeptPart,
  { statute, clauses, facts, truth }: FormulaContext,
  childrenArePublic: boolean,
): CompiledSpender | null {
  const grants = formulas.filter(hasNumbers);
  if (grants.length < formulas.length) return null;
  if (!grants.every(({ numbers }) => [...new Set(numbers.pairs)].every(hasFewBrackets))) return null;
  const { order, start } = facts;
  const n = order.length;
  const states = start.length - 1;
  const pairsOfGrants = grants.flatMap((_, k) => (k % LANES === 0 ? [grants.slice(k, k + LANES)] : []));
  const bands = statute.holdHarmless.length;
  const bytes = pairsOfGrants.reduce((sum, pair) => sum + bytesOfPair(pair, start), 0);
  const { functions, memory } = openKernel<Functions>(
    base64,
    bytes + 4 * kernelBytes(8 * n) + 2 * kernelBytes(8 * bands) + kernelBytes(4 * (states + 1)) + kernelBytes(8 * n),
  );
  const [count, children, kept, totals] = [0, 1, 2, 3].map(() => memory.float64(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  children.set(truth.children);
  const [from, keeps] = [memory.float64(bands), memory.float64(bands)];
  from.set(statute.holdHarmless.map(({ fromPercent }) => fromPercent));
  keeps.set(statute.holdHarmless.map(({ keepsPercent }) => keepsPercent / 100));
  const places = memory.int32(states + 1);
  places.set(start);
  const listed = memory.int32(LANES * n);
  const cents = wholeCents(formulas.map(({ budget }) => budget));
  const pairs = pairsOfGrants.map((own, k) => {
    const pair = grantPair(own, places, memory);
    const budgets = cents.slice(LANES * k, LANES * (k + 1));
    return {
      pair,
      budgets,
      rates: rateFinder(functions, pair, places),
      pay: centPayer(functions, pair, places, listed, totals),
    };
  });
  const childrenOf = new Float64Array(states);
  const least = new Float64Array(n);
  const writeLeast = () => {
    for (const { pair } of pairs)
      pair.grants.forEach(({ leastCounts }, lane) => {
        leastCounts(children, least);
        writeLane(pair.least, lane, least);
      });
  };
  const keepParts = () => {
    if (clauses['rates-from-truth']) keep(count, children, kept);
    else
      functions.keep(
        n,
        count.byteOffset,
        children.byteOffset,
        bands,
        from.byteOffset,
        keeps.byteOffset,
        kept.byteOffset,
      );
  };
  const findRates = ({ pair, rates }: (typeof pairs)[number]): boolean => {
    weighPair(functions, pair, count, children, kept);
    return rates.find(childrenOf);
  };
  const spendOne = (own: (typeof pairs)[number]): boolean => {
    if (!findRates(own)) return false;
    if (clauses.cents) return own.pay(own.budgets);
    const { rates, weight, floor } = own.pair;
    functions.pay(states, places.byteOffset, rates.byteOffset, weight.byteOffset, floor.byteOffset, totals.byteOffset);
    return true;
  };
  const readCounts = () => {
    if (clauses['hold-harmless']) keepParts();
    sumByState(count, places, childrenOf);
  };

  // As the formulas do: searches start from the rates of the true counts.
  count.set(truth.count);
  writeLeast();
  kept.fill(1);
  readCounts();
  for (const own of pairs) if (findRates(own)) own.rates.remember();
  return (countByRow, childrenByRow, total) => {
    toPlaces(countByRow, order, count);
    if (!childrenArePublic) {
      toPlaces(childrenByRow, order, children);
      writeLeast();
    }
    readCounts();
    totals.fill(0);
    if (!pairs.every(spendOne)) return false;
    for (let place = 0; place < n; place++) total[order[place] as number] = totals[place] as number;
    return true;
  };
}

const hasNumbers = (formula: GrantFormula): formula is GrantFormula & { readonly numbers: GrantNumbers } =>
  formula.numbers !== null;
