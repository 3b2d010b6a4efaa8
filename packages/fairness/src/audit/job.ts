import { type Decision, type DecisionEvent, type DecisionInput, decisionByName } from '@dpfair/decisions';
import { noiseDistribution, type PostName } from '@dpfair/mechanisms';
import type { CountTable, Mechanism, Normaliser } from '@dpfair/result';
import type { NoiseDistribution } from '@dpfair/stats';
import type { AttributionPlan } from '../attribution/attribution-plan.js';
import { planAttribution } from '../attribution/plan-attribution.js';
import { undefinedReasons } from '../messages.js';
import { type PreparedCell, prepareCell } from '../models/prepared-cell.js';
import { whyUndefined } from '../models/why-undefined.js';
import type { Steps } from '../steps/steps.js';
import type { CompleteRequest } from './audit-request.js';
import { checkSizes } from './check-sizes.js';
import { type ChosenMethod, type MethodChooser, SERIES_TOLERANCE } from './choose-method.js';

/** One cell of an audit before simulation: the question, whether it has an answer, and how it will be found. */
export interface Job {
  readonly mechanism: Mechanism;
  readonly cell: PreparedCell;
  /** The cell in words, for warnings. */
  readonly where: string;
  readonly normaliser: Normaliser | null;
  readonly undefinedBecause: string | null;
  readonly chosen: ChosenMethod;
  /** The yes-or-no questions that come along with it. */
  readonly events: readonly EventJob[];
  /** How its bias is split into causes. */
  readonly attribution: AttributionPlan;
}

/** A question that comes along with a cell. */
export interface EventJob extends Omit<Job, 'events' | 'attribution'> {
  readonly event: DecisionEvent;
}

/** @throws DpfairError `usage` or `undefined-result` when the cell cannot be asked for. */
export function* prepareJob(
  request: CompleteRequest,
  mechanism: Mechanism,
  post: PostName,
  choose: MethodChooser,
): Steps<Job> {
  const noise = noiseDistribution(mechanism);
  const decision = decisionByName(request.decision, request.parameters);
  const input = inputOf(decision, request.table);
  checkSizes(input, noise.spread);
  const question = { mechanism, input, noise, choose };
  const job = yield* prepareOne(request, question, decision, post, request.method);
  return {
    ...job,
    attribution: planAttribution(job.cell, request.simulateCauses),
    events: yield* eventJobs(request, question, decision, post),
  };
}

/** What a job is about besides its decision. */
interface Question {
  readonly mechanism: Mechanism;
  readonly input: DecisionInput;
  readonly noise: NoiseDistribution;
  /** Decides how it is found. */
  readonly choose: MethodChooser;
}

/** The yes-or-no questions that come along with a decision. */
export function* eventJobs(
  request: CompleteRequest,
  question: Question,
  { events = [] }: Decision,
  post: PostName,
): Steps<readonly EventJob[]> {
  const jobs: EventJob[] = [];
  for (const event of events) {
    const method = methodOfEvent(request.method);
    jobs.push({ ...(yield* prepareOne(request, question, event.decision, event.postOf(post), method)), event });
  }
  return jobs;
}

/** Other private columns of the table would receive noise too, and be taken for those of the decision. */
export function inputOf({ privateRoles, publicRoles, labelRoles = [] }: Decision, table: CountTable): DecisionInput {
  const pick = <Column>(columns: Readonly<Record<string, Column>>, roles: readonly string[]) =>
    Object.fromEntries(
      roles.flatMap((role) => (Object.hasOwn(columns, role) ? [[role, columns[role] as Column]] : [])),
    );
  return {
    counts: pick(table.counts, privateRoles),
    fixed: pick(table.fixed, publicRoles),
    labels: pick(table.labels ?? {}, labelRoles),
  };
}

/** Who asks for a method asks it of the decision: its events, and substitutes for it, take what they have. */
export const methodOfEvent = (method: CompleteRequest['method']) => (method === 'montecarlo' ? method : 'auto');

/** One question, without those that come along with it. @param name what the result calls it. */
export function* prepareOne(
  { tolerance, trials }: CompleteRequest,
  { mechanism, input, noise, choose }: Question,
  decision: Decision,
  post: PostName,
  method: CompleteRequest['method'],
  name: string = post,
): Steps<Omit<Job, 'events' | 'attribution'>> {
  const cell = prepareCell({ decision, post, input, noise });
  const normaliser = cell.model.normaliser();
  const chosen = yield* choose(cell, method, tolerance ?? SERIES_TOLERANCE, trials);
  return {
    mechanism,
    cell,
    where: describeCell(mechanism, name),
    normaliser,
    undefinedBecause: whyUndefined(normaliser) ?? (chosen.stopped === undefined ? null : undefinedReasons.stopped),
    chosen,
  };
}

export const needsSimulation = ({ undefinedBecause, chosen }: Omit<Job, 'events' | 'attribution'>): boolean =>
  undefinedBecause === null && chosen.estimate === null;

function describeCell({ kind, epsilon, scale, sigma }: Mechanism, post: string): string {
  const amount = epsilon === null ? (sigma === null ? `scale ${scale}` : `sigma ${sigma}`) : `epsilon ${epsilon}`;
  return `${kind}, ${amount}, ${post}`;
}
