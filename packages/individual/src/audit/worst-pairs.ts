// Dwork et al. (ITCS 2012), definition 2.1: D(h(a), h(b)) <= D(a, b) for all pairs, here sought among pairs that break it.
import { openStream, type Seed, shuffleFirst } from '@dpfair/stats';
import { badGroup, outsideDomain, wrongLength } from '../messages.js';
import { distance, type Metric } from '../metrics/index.js';
import { ANSWER_ROWS, type Answerer, answerDistance, answersOf } from './answerer.js';
import { changedRows, MOST_CHANGES } from './changed-rows.js';
import { climbPairs, type GradientSearch } from './climb/index.js';
import { gatherPairs, type RowGroups } from './gather-pairs.js';
import { nearestPairs } from './nearest-pairs.js';
import type { PairSearch } from './pair-audit.js';

export interface WorstPairsOptions {
  readonly metric: Metric;
  /** Picks the rows that are searched from where there are more than `rowLimit`. */
  readonly seed: Seed;
  /** @default 2 */
  readonly classes?: number;
  /** Nearest rows that each row is paired with; 0 for none. @default 5 */
  readonly neighbours?: number;
  /** Columns to change together, each list a search of its own. @default none */
  readonly changed?: readonly (readonly string[])[];
  /** Most values that changed columns may take together. @default MOST_CHANGES, 20 */
  readonly valueLimit?: number;
  /** Climb from rows to copies of them along the slopes of the model; false for not. @default false */
  readonly gradient?: GradientSearch | false;
  /** Rows that pairs are sought from; their neighbours are sought among all. @default 2000 */
  readonly rowLimit?: number;
  /** What answers may differ by beyond the distance: the epsilon of sampled answers. @default 0 */
  readonly excess?: number;
  /** Worst pairs that are kept of each search. @default 10 */
  readonly keep?: number;
  /** Rows that the model is asked about at a time, at most; Infinity for all of a search. @default 1024 */
  readonly batchRows?: number;
  /** Groups of the rows. @default none */
  readonly groups?: RowGroups;
}

/**
 * Looks for pairs of people whose answers differ more than they do: nearest pairs of rows, copies of a row that differ in protected columns only, and
 * copies found by climbing along the slopes of the model.
 * The model is asked about rows that are in some pair only. Gives the largest ratios of output to input distance with what was searched; a search that finds nothing is no proof of fairness.
 *
 * @param points Rows of the metric's columns, finite.
 * @throws DpfairError domain, input or usage for points, options or answers that are not allowed.
 * @example
 * const [nearest] = await worstPairs(model, points, { metric: metricFromScales(1, [0.5]), seed });
 * nearest.worst[0].ratio // 2: answers change twice as fast as the metric allows
 */
export async function worstPairs(
  model: Answerer,
  points: Float64Array,
  options: WorstPairsOptions,
): Promise<readonly PairSearch[]> {
  const {
    metric,
    seed,
    classes = 2,
    neighbours = 5,
    changed = [],
    valueLimit = MOST_CHANGES,
    rowLimit = 2000,
  } = options;
  const {
    gradient = false,
    excess = 0,
    keep = 10,
    batchRows = ANSWER_ROWS,
    groups = { of: new Int32Array(0), names: [] },
  } = options;
  const width = metric.scales.length;
  if (points.length % width !== 0)
    throw wrongLength('values of the points', points.length, `a multiple of ${width}, the columns of the metric`);
  const ofRows = points.length / width;
  requireOptions(
    { classes, neighbours, valueLimit, rowLimit, keep, starts: gradient === false ? 1 : (gradient.starts ?? 1) },
    excess,
  );
  if (!(batchRows >= 1)) throw outsideDomain('batchRows', batchRows, '1 or more');
  requireRows(metric, points, groups, ofRows);
  const queries = chooseRows(ofRows, rowLimit, seed);
  const pairs = neighbours > 0 ? nearestPairs(metric, points, queries, neighbours) : new Int32Array(0);
  const askOf = (asked: Answerer) => (rows: Float64Array) => answersOf(asked, rows, width, classes, batchRows);
  const ask = askOf(model);
  const answers = await answersForRows(
    ask,
    points,
    width,
    classes,
    neighbours > 0 || changed.length > 0 ? new Set([...queries, ...pairs]) : new Set(),
  );
  const searched = { rows: queries.length, ofRows };
  const searches: PairSearch[] = [];
  if (neighbours > 0) {
    const gatherer = gatherPairs(keep, excess, groups);
    for (let k = 0; k < pairs.length; k += 2) {
      const [first, second] = [pairs[k] as number, pairs[k + 1] as number];
      const input = distance(metric, points, points, first * width, second * width);
      gatherer.add(first, second, input, answerDistance(answers, first, answers, second, classes), () =>
        points.slice(second * width, (second + 1) * width),
      );
    }
    const alternatives = Math.min(neighbours, Math.max(0, ofRows - 1));
    searches.push({ search: 'nearest', ...searched, alternatives, changed: [], ...gatherer.finish() });
  }
  for (const columns of changed) {
    const gatherer = gatherPairs(keep, excess, groups);
    const copies = changedRows(metric, points, queries, columns, valueLimit);
    const copied = await ask(copies.points);
    copies.from.forEach((first, k) => {
      const input = distance(metric, points, copies.points, first * width, k * width);
      gatherer.add(first, first, input, answerDistance(answers, first, copied, k, classes), () =>
        copies.points.slice(k * width, (k + 1) * width),
      );
    });
    searches.push({
      search: 'changed',
      ...searched,
      alternatives: copies.values,
      changed: columns,
      ...gatherer.finish(),
    });
  }
  if (gradient !== false) {
    const gatherer = gatherPairs(keep, excess, groups);
    const starts = chooseRows(ofRows, Math.min(rowLimit, gradient.starts ?? 200), seed);
    const { again, ...how } = gradient;
    const askAgain = again === undefined ? undefined : askOf(again);
    const climb = await climbPairs({ ...how, metric, points, classes, excess, ask, askAgain }, starts, gatherer);
    const climbed = { rows: starts.length, ofRows, alternatives: climb.steps, changed: climb.columns };
    searches.push({ search: 'gradient', ...climbed, ...gatherer.finish() });
  }
  return searches;
}

/** Answers for some of the rows, at their places among all; 0 elsewhere. */
async function answersForRows(
  ask: (points: Float64Array) => Promise<Float64Array>,
  points: Float64Array,
  width: number,
  classes: number,
  wanted: ReadonlySet<number>,
): Promise<Float64Array> {
  const rows = [...wanted].sort((a, b) => a - b);
  const some = new Float64Array(rows.length * width);
  for (const [k, row] of rows.entries()) some.set(points.subarray(row * width, (row + 1) * width), k * width);
  const found = await ask(some);
  const answers = new Float64Array((points.length / width) * classes);
  for (const [k, row] of rows.entries()) {
    answers.set(found.subarray(k * classes, (k + 1) * classes), row * classes);
  }
  return answers;
}

/** All rows, or `limit` of them, each equally likely, in ascending order. */
function chooseRows(rows: number, limit: number, seed: Seed): Int32Array {
  const places = Int32Array.from({ length: rows }, (_, row) => row);
  if (rows <= limit) return places;
  shuffleFirst(places, limit, openStream(seed, 'batch', 0));
  return places.slice(0, limit).sort();
}

function requireOptions(counts: Readonly<Record<string, number>>, excess: number): void {
  for (const [what, value] of Object.entries(counts)) {
    const least = what === 'classes' ? 2 : what === 'neighbours' ? 0 : 1;
    if (!(Number.isSafeInteger(value) && value >= least)) throw outsideDomain(what, value, `an integer from ${least}`);
  }
  if (!(excess >= 0)) throw outsideDomain('excess', excess, '0 or more');
}

function requireRows({ columns }: Metric, points: Float64Array, groups: RowGroups, rows: number): void {
  const bad = points.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    const place = `row ${Math.floor(bad / columns.length) + 1}, ${columns[bad % columns.length]}`;
    throw outsideDomain(place, points[bad] as number, 'a finite number');
  }
  if (groups.names.length === 0) return;
  if (groups.of.length !== rows) throw wrongLength('groups of the rows', groups.of.length, rows);
  const odd = groups.of.findIndex((group) => !(group >= 0 && group < groups.names.length));
  if (odd >= 0) throw badGroup(odd, groups.of[odd] as number, groups.names.length);
}
