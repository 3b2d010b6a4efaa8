import type { PostName } from '@dpfair/mechanisms';
import type { Cell, Certificate, Look, Mechanism, MechanismKind, TargetOption, TargetStatus } from '@dpfair/result';
import { formatSeed } from '@dpfair/stats';
import type { AuditRequest } from '../audit/audit-request.js';
import { runHere } from '../audit/run-jobs.js';
import { badOption } from '../messages.js';
import { assumesOf } from '../mitigation/assumes-of.js';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';
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
  /** The cell of an audit at the chosen budget, or, where nothing meets the target, at the best of every scan. */
  readonly cell: Cell;
  readonly interrupted: boolean;
}

/**
 * Finds, for every kind of noise and post-processing, the smallest epsilon whose measure is below the limit with the safe end
 * of its interval, and says what proves it. The budgets of a scan come first, so that no order of harm in epsilon is taken for
 * granted. All Monte Carlo intervals use the same noise and hold together (Bonferroni over every look there may be).
 *
 * @throws DpfairError `usage` for options that do not fit together, `undefined-result` where the decision does not exist.
 * @example
 * const { certificate } = await findTarget({ table, decision: 'identity', posts: ['clip'], seed: parseSeed(1),
 *   target: parseTarget('alpha<1'), kinds: ['laplace'], mechanismOf: (_, epsilon) => laplaceMechanism({ epsilon }) });
 * certificate.options[0].smallest.epsilon;
 */
export async function findTarget(request: TargetRequest, run: SimulationRunner = runHere): Promise<TargetSearch> {
  const { target, kinds, mechanismOf, posts, range = [1e-4, 100], perDecade = 4, precision = 1e-3 } = request;
  if (!(precision > 0)) throw badOption('precision', precision, 'more than 0');
  if (kinds.length === 0) throw badOption('mechanisms', 0, 'at least one');
  if (posts.length === 0) throw badOption('post-processings', 0, 'at least one');
  const confidence = request.confidence ?? 0.95;
  const epsilons = epsilonGrid(...range, perDecade);
  const looks = mostLooks(epsilons, precision) * kinds.length * posts.length;
  let interrupted = false;
  const auditAt = async (epsilon: number, ofKinds: readonly MechanismKind[], ofPosts: readonly PostName[]) => {
    const mechanisms = ofKinds.map((kind) => mechanismOf(kind, epsilon));
    const one = { ...request, mechanisms, posts: ofPosts, confidence: 1 - (1 - confidence) / looks };
    const seen = await lookAround(one, run);
    interrupted ||= seen.interrupted;
    return seen.cells;
  };

  const scans: Look[][] = kinds.flatMap(() => posts.map(() => []));
  for (const epsilon of epsilons) {
    const cells = await auditAt(epsilon, kinds, posts);
    cells.forEach((cell, k) => {
      scans[k]?.push(lookAt(cell, epsilon, target));
    });
  }
  const options: TargetOption[] = [];
  const cells: Cell[] = [];
  for (const [k, scan] of scans.entries()) {
    const kind = kinds[Math.floor(k / posts.length)] as MechanismKind;
    const post = posts[k % posts.length] as PostName;
    const cellAt = async (epsilon: number) => (await auditAt(epsilon, [kind], [post]))[0] as Cell;
    const search = await searchEpsilon(scan, async (at) => lookAt(await cellAt(at), at, target), precision);
    const cell = await cellAt((search.smallest ?? search.best).epsilon);
    cells.push(cell);
    options.push({
      kind,
      post,
      assumes: [...assumesOf(post)],
      method: cell.method,
      trials: cell.trials,
      status: statusOf(search.smallest, scan),
      mechanism: search.smallest === null ? null : cell.mechanism,
      ...search,
      scan: [...scan],
    });
  }
  const chosen = cheapest(options);
  return {
    certificate: {
      target: { ...target },
      status: overall(options),
      chosen,
      options,
      range: [epsilons[0] as number, epsilons.at(-1) as number],
      precision,
      confidence,
      looks,
      seed: formatSeed(request.seed),
    },
    cell: cells[chosen ?? nearest(options)] as Cell,
    interrupted,
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
