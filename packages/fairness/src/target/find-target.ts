import type { PostName } from '@dpfair/mechanisms';
import type { Cell, Certificate, Look, Mechanism, MechanismKind, TargetOption, TargetStatus } from '@dpfair/result';
import { formatSeed } from '@dpfair/stats';
import type { AuditRequest } from '../audit/audit-request.js';
import { runHere } from '../audit/run-jobs.js';
import { badOption } from '../messages.js';
import { assumesOf } from '../mitigation/assumes-of.js';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';
import type { Watch } from '../steps/in-turns.js';
import { epsilonGrid } from './epsilon-grid.js';
import { lookAround } from './look-around.js';
import { lookAt } from './look-at.js';
import type { Target } from './parse-target.js';
import { mostLooks, searchEpsilon } from './search-epsilon.js';

/** The inverse question: which budget, mechanism and post-processing keep a measure below a limit. */
export interface TargetRequest extends Omit<AuditRequest, 'mechanisms'> {
  readonly target: Target;
  readonly kinds: readonly MechanismKind[];
  /** The mechanism of this kind that spends epsilon on each count column. */
  readonly mechanismOf: (kind: MechanismKind, epsilon: number) => Mechanism;
  /** Smallest and largest budget of one count column that are tried. @default [0.0001, 100] */
  readonly range?: readonly [number, number];
  /** Budgets of the first scan for each factor of ten. @default 4 */
  readonly perDecade?: number;
  /** The answer is known to within a factor 1 + precision. @default 0.001 */
  readonly precision?: number;
}

/** What was found. */
export interface TargetSearch {
  readonly certificate: Omit<Certificate, 'dataSha256' | 'command'>;
  /** Which option of the certificate is chosen, or, where none is, comes nearest. */
  readonly option: number;
  /** The mechanism at the chosen budget, or at the best that was tried. */
  readonly mechanism: Mechanism;
}

/** What goes along with a search. */
export interface SearchWatch extends Omit<Watch, 'onCell'> {
  /** Told after each look at one mechanism and post-processing: how many were taken, and how many there may be. @default nobody */
  readonly onLook?: (taken: number, most: number) => void;
}

/** What is kept of a cell. */
type SeenCell = Pick<Cell, 'method' | 'trials' | 'mechanism'>;

/**
 * Finds, for every kind of noise and post-processing, the smallest epsilon whose measure is below the limit with the safe end
 * of its interval, and says what proves it. The budgets of a scan come first, so that no order of harm in epsilon is taken for
 * granted. All Monte Carlo intervals use the same noise and hold together (Bonferroni over every look there may be). A search
 * that is stopped certifies nothing, and says what it found by then.
 *
 * @throws DpfairError `usage` for options that do not fit together, `undefined-result` where the decision does not exist.
 * @example
 * const { certificate } = await findTarget({ table, decision: 'identity', posts: ['clip'], seed: parseSeed(1),
 *   target: parseTarget('alpha<1'), kinds: ['laplace'], mechanismOf: (_, epsilon) => laplaceMechanism({ epsilon }) });
 * certificate.options[0].smallest.epsilon;
 */
export async function findTarget(
  request: TargetRequest,
  run: SimulationRunner = runHere,
  { onLook = () => {}, ...watch }: SearchWatch = {},
): Promise<TargetSearch> {
  const { target, kinds, mechanismOf, posts, range = [1e-4, 100], perDecade = 4, precision = 1e-3 } = request;
  if (!(precision > 0)) throw badOption('precision', precision, 'more than 0');
  if (kinds.length === 0) throw badOption('mechanisms', 0, 'at least one');
  if (posts.length === 0) throw badOption('post-processings', 0, 'at least one');
  const confidence = request.confidence ?? 0.95;
  const epsilons = epsilonGrid(...range, perDecade);
  const looks = mostLooks(epsilons, precision) * kinds.length * posts.length;
  const seen = new Map<Look, SeenCell>();
  let taken = 0;
  let stopped = false;
  const lookAtAll = async (epsilon: number, ofKinds: readonly MechanismKind[], ofPosts: readonly PostName[]) => {
    const mechanisms = ofKinds.map((kind) => mechanismOf(kind, epsilon));
    const one = { ...request, mechanisms, posts: ofPosts, confidence: 1 - (1 - confidence) / looks };
    const { cells, interrupted } = await lookAround(one, run, watch);
    taken += cells.length;
    onLook(taken, looks);
    stopped ||= interrupted || (watch.signal?.aborted ?? false);
    const made = cells.map((cell) => {
      const look = lookAt(cell, epsilon, target);
      seen.set(look, { method: cell.method, trials: cell.trials, mechanism: cell.mechanism });
      return look;
    });
    return { made, interrupted };
  };

  const scans: Look[][] = kinds.flatMap(() => posts.map(() => []));
  for (const epsilon of epsilons) {
    const { made, interrupted } = await lookAtAll(epsilon, kinds, posts);
    // Simulations that were cut short say little, but something has to be shown.
    const isShown = !interrupted || seen.size === made.length;
    if (isShown) for (const [k, look] of made.entries()) scans[k]?.push(look);
    if (stopped) break;
  }
  const options: TargetOption[] = [];
  for (const [k, scan] of scans.entries()) {
    const kind = kinds[Math.floor(k / posts.length)] as MechanismKind;
    const post = posts[k % posts.length] as PostName;
    const search = await searchEpsilon(
      scan,
      async (at) => {
        if (stopped) return null;
        const { made, interrupted } = await lookAtAll(at, [kind], [post]);
        return interrupted ? null : (made[0] as Look);
      },
      precision,
    );
    const { method, trials, mechanism } = seen.get(search.smallest ?? search.best) as SeenCell;
    options.push({
      kind,
      post,
      assumes: [...assumesOf(post)],
      method,
      trials,
      status: stopped ? 'inconclusive' : statusOf(search.smallest, scan),
      mechanism: search.smallest === null ? null : mechanism,
      ...search,
      holdsAbove: search.holdsAbove && scan.length === epsilons.length,
      scan: [...scan],
    });
  }
  const chosen = stopped ? null : cheapest(options);
  const option = chosen ?? cheapest(options) ?? nearest(options);
  const { smallest, best } = options[option] as TargetOption;
  return {
    certificate: {
      target: { ...target },
      status: stopped ? 'inconclusive' : overall(options),
      chosen,
      options,
      range: [epsilons[0] as number, epsilons.at(-1) as number],
      precision,
      confidence,
      looks,
      looksTaken: taken,
      interrupted: stopped,
      seed: formatSeed(request.seed),
    },
    option,
    mechanism: (seen.get(smallest ?? best) as SeenCell).mechanism,
  };
}

function statusOf(smallest: Look | null, scan: readonly Look[]): TargetStatus {
  if (smallest !== null) return 'met';
  return scan.every(({ verdict }) => verdict === 'missed') ? 'not-reachable' : 'inconclusive';
}

function overall(options: readonly TargetOption[]): TargetStatus {
  if (options.some(({ status }) => status === 'met')) return 'met';
  return options.every(({ status }) => status === 'not-reachable') ? 'not-reachable' : 'inconclusive';
}

/** Totals that differ by less than this fraction are equal: those of Gaussian noise are found numerically. */
const EQUAL_PRICES = 1e-6;

/** The smallest total epsilon of those that meet the target, the first of equals; null where none does. */
function cheapest(options: readonly TargetOption[]): number | null {
  const price = ({ mechanism }: TargetOption) => mechanism?.total.epsilon ?? Number.POSITIVE_INFINITY;
  return options.reduce<number | null>((best, option, k) => {
    if (option.mechanism === null) return best;
    return best === null || price(option) < (1 - EQUAL_PRICES) * price(options[best] as TargetOption) ? k : best;
  }, null);
}

/** Where nothing meets the target: what comes nearest. */
function nearest(options: readonly TargetOption[]): number {
  const upper = (k: number) => options[k]?.best.upper ?? Number.POSITIVE_INFINITY;
  return options.reduce((best, _, k) => (upper(k) < upper(best) ? k : best), 0);
}
