import { type Decision, decisionByName, PREVIOUS_ROLE } from '@dpfair/decisions';
import { noiseDistribution } from '@dpfair/mechanisms';
import type { Cell, Mitigation, SameGap, Warning } from '@dpfair/result';
import type { AttributionPlan } from '../attribution/attribution-plan.js';
import { checkSizes } from '../audit/check-sizes.js';
import type { MethodChooser } from '../audit/choose-method.js';
import { eventJobs, inputOf, type Job, methodOfEvent, prepareOne } from '../audit/job.js';
import { type JobMaker, prepareJobs } from '../audit/prepare-jobs.js';
import { runHere, runJobs } from '../audit/run-jobs.js';
import type { BiasEstimate } from '../estimate.js';
import { badOption, leftOut, stoppedBefore, trainedOnTrueCounts } from '../messages.js';
import type { SimulationRunner } from '../montecarlo/simulate-cells.js';
import { splitHarm } from '../sampling/split-harm.js';
import { inTurns, type Watch } from '../steps/in-turns.js';
import type { Steps } from '../steps/steps.js';
import { efficientOnes } from './efficient.js';
import { madeWhole } from './make-whole.js';
import { mitigationReasons } from './messages.js';
import {
  type CompleteMitigationRequest,
  completeMitigationRequest,
  type MitigationRequest,
} from './mitigation-request.js';
import { narrowingOf } from './narrowing.js';
import { mitigationNames, planMitigations } from './plan-mitigations.js';
import { type LeftOut, MAKE_WHOLE, type PlannedMitigation } from './planned-mitigation.js';
import { priceOf, priceOfMakingWhole } from './price-of.js';
import { sameGapFinder, sameGapStopped } from './same-gap.js';

/** What removes the unfairness of a decision, at what price. */
export interface MitigationComparison {
  /** One per mitigation, budgets first; `post` is the name of the mitigation. */
  readonly cells: readonly Cell[];
  /** In the order of the cells. */
  readonly mitigations: readonly Mitigation[];
  /** Mitigations that do not go with the decision or with what was said of it. */
  readonly notApplicable: readonly LeftOut[];
  readonly warnings: readonly Warning[];
  readonly interrupted: boolean;
}

/**
 * Compares mitigations of a decision on the same noise: the decision as it is, its other post-processings, fair substitutes
 * for it, money paid to those who lose, and more privacy spent.
 *
 * @param run how simulations are run; default: in this thread. @param watch stops it, and lets others take their turn meanwhile.
 * @throws DpfairError `usage` for options that do not fit together, `undefined-result` where the decision does not exist.
 */
export async function mitigateTable(
  request: MitigationRequest,
  run: SimulationRunner = runHere,
  watch: Watch = {},
): Promise<MitigationComparison> {
  const complete = completeMitigationRequest(request);
  const decision = mitigatedDecision(decisionByName(complete.decision, complete.parameters));
  requireKnown(complete, decision);
  const input = inputOf(decision, complete.table);
  for (const mechanism of complete.mechanisms) checkSizes(input, noiseDistribution(mechanism).spread);
  decision.truth(input);
  const plans = complete.mechanisms.map((mechanism) => planMitigations(mechanism, { ...complete, decision, input }));
  const planned = plans.flatMap((plan) => plan.planned);
  // Money paid to those who lose changes nothing else: its numbers follow from those of the decision as it is.
  const estimated = planned.filter(({ id }) => id !== MAKE_WHOLE);
  const makers = estimated.map(
    (mitigation): JobMaker =>
      (choose) =>
        jobOf(complete, input, mitigation, choose),
  );
  const jobs = await prepareJobs(makers, watch);
  const jobOfPlanned = new Map(estimated.map((mitigation, k) => [mitigation, jobs[k] as Job] as const));
  const { estimates, cellOf, warnings, interrupted } = await runJobs(complete, jobs, run, watch);
  const estimateOf = (job: Job) => estimates[jobs.indexOf(job)] as BiasEstimate;

  let isCut = false;
  const cells: Cell[] = [];
  const mitigations: Mitigation[] = [];
  const jobsOfCells: (Job | null)[] = [];
  for (const budget of plans) {
    const against = cells.length;
    const first = budget.planned[0] as PlannedMitigation;
    const ofBudget = budget.planned.map((mitigation) => {
      const isPaid = mitigation.id === MAKE_WHOLE;
      const job = jobOfPlanned.get(isPaid ? first : mitigation) as Job;
      const estimate = isPaid ? madeWhole(estimateOf(job)) : estimateOf(job);
      const cell = { ...cellOf(job, estimate), post: mitigation.id };
      return { mitigation, job, estimate, cell };
    });
    const asItIs = (ofBudget[0] as (typeof ofBudget)[number]).cell;
    const sameGap = sameGapFinder(first, input);
    const sameGaps: SameGap[] = [];
    for (const { cell } of ofBudget.slice(1)) {
      const found = await inTurns(sameGap(cell.alpha.estimate, asItIs.alpha.estimate), watch);
      isCut ||= found === null;
      sameGaps.push(found ?? sameGapStopped());
    }
    jobsOfCells.push(...ofBudget.map(({ mitigation, job }) => (mitigation.id === MAKE_WHOLE ? null : job)));
    const rows = ofBudget.map(({ mitigation, job, estimate, cell }) => ({
      mitigation,
      cell,
      payable: job.cell.model.largestOutcome !== null || isNeverNegative(mitigation),
      price:
        mitigation.id === MAKE_WHOLE
          ? priceOfMakingWhole(asItIs)
          : priceOf(cell, estimate, {
              unit: decision.unit,
              confidence: complete.confidence,
              budgetDollars: complete.budgetDollars,
              addsUp: mitigation.decision.addsUp?.(mitigation.post),
              paysAll: mitigation.decision.paysAll?.(mitigation.post),
            }),
    }));
    const efficient = efficientOnes(
      rows.map(({ mitigation: { mechanism, assumes, remark }, cell, price, payable }) => ({
        // What is not to be recommended is not compared.
        gap: remark === null ? cell.alpha.estimate : null,
        wrongNo: cell.falseRates?.overall.falseNegative.rate ?? null,
        price: price === null || price.lower <= 0 ? 0 : price.estimate,
        epsilon: mechanism.total.epsilon ?? mechanism.total.rho,
        assumes: assumes.length > 0,
        payable,
      })),
    );
    rows.forEach(({ mitigation, cell, payable, price }, k) => {
      const { id, change, spec, mechanism, assumes, facts, remark } = mitigation;
      cells.push(cell);
      mitigations.push({
        id,
        against,
        change,
        settings: spec === null ? {} : { ...spec },
        epsilon: mechanism.total.epsilon,
        payable,
        assumes: [...assumes],
        facts: [...facts],
        remark,
        price,
        narrowing: narrowingOf(asItIs.alpha, cell.alpha),
        sameGap: sameGaps[k - 1] ?? null,
        efficient: efficient[k] as boolean,
      });
    });
  }
  const trainsHere = complete.settings.training === undefined && planned.some(isClassifier);
  const split = await withSampling(complete, cells, jobsOfCells, run, watch);
  return {
    cells: split.cells,
    mitigations,
    notApplicable: distinct(plans.flatMap(({ leftOut }) => leftOut)),
    warnings: [
      ...warnings,
      ...(isCut && !interrupted ? [stoppedBefore(leftOut.sameGaps)] : []),
      ...(trainsHere ? [trainedOnTrueCounts()] : []),
    ],
    interrupted: interrupted || split.interrupted || isCut,
  };
}

/** The harm of the decision itself under each post-processing and budget is split; that of fair substitutes is not. */
async function withSampling(
  complete: CompleteMitigationRequest,
  cells: readonly Cell[],
  jobsOfCells: readonly (Job | null)[],
  run: SimulationRunner,
  watch: Watch,
): Promise<{ readonly cells: readonly Cell[]; readonly interrupted: boolean }> {
  const source = complete.samplingError;
  if (source === null) return { cells, interrupted: false };
  const isItself = (job: Job | null) => job !== null && job.cell.problem.decision.substitute === undefined;
  const own = cells.filter((_, k) => isItself(jobsOfCells[k] ?? null));
  const jobs = jobsOfCells.filter((job): job is Job => isItself(job));
  const split = await splitHarm(source, jobs, own, complete, run, watch);
  const samplingOf = (cell: Cell) => split.cells[own.indexOf(cell)] ?? null;
  return { cells: cells.map((cell) => ({ ...cell, sampling: samplingOf(cell) })), interrupted: split.interrupted };
}

/** A decision as it is mitigated: what entities had before is read too where it is there. */
export const mitigatedDecision = (decision: Decision): Decision =>
  decision.name === 'allotment'
    ? { ...decision, publicRoles: [...decision.publicRoles, PREVIOUS_ROLE], nonNegativeRoles: [PREVIOUS_ROLE] }
    : decision;

const isClassifier = ({ spec }: PlannedMitigation) => spec?.name === 'logistic' || spec?.name === 'svm';

/** Raised counts and floors are at least 0, though there may be more than all of them together. */
const isNeverNegative = ({ spec }: PlannedMitigation) => spec?.name === 'no-penalty' || spec?.name === 'hold-harmless';

/** The causes of a bias are told apart by an audit. */
const notSplit: AttributionPlan = { steps: [], absent: [], reason: mitigationReasons.causes() };

function* jobOf(
  complete: CompleteMitigationRequest,
  input: ReturnType<typeof inputOf>,
  mitigation: PlannedMitigation,
  choose: MethodChooser,
): Steps<Job> {
  const { mechanism, noise, decision, post, id } = mitigation;
  checkSizes(input, noise.spread);
  const method = mitigation.change === 'none' ? complete.method : methodOfEvent(complete.method);
  const question = { mechanism, input, noise, choose };
  return {
    ...(yield* prepareOne(complete, question, decision, post, method, id)),
    events: yield* eventJobs(complete, question, decision, post),
    attribution: notSplit,
  };
}

function requireKnown({ only }: CompleteMitigationRequest, { unit }: Decision): void {
  const known = mitigationNames(unit);
  const unknown = only?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw badOption('mitigation', unknown, known.join(', '));
}

const distinct = (leftOut: readonly LeftOut[]): readonly LeftOut[] =>
  leftOut.filter(({ id, reason }, k) => leftOut.findIndex((other) => other.id === id && other.reason === reason) === k);
