import type { DecisionParameters } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import type { CountTable, Mechanism, Method, SamplingSource } from '@dpfair/result';
import type { Seed } from '@dpfair/stats';
import { badOption } from '../messages.js';

/** An audit of one decision on one table, under several mechanisms and post-processings. */
export interface AuditRequest {
  readonly table: CountTable;
  /** The name of a decision; see `decisionNames`. */
  readonly decision: string;
  /** What the decision is made with besides its columns. @default none */
  readonly parameters?: DecisionParameters;
  readonly mechanisms: readonly Mechanism[];
  readonly posts: readonly PostName[];
  /** @default 'auto' */
  readonly method?: 'auto' | Method;
  /** Monte Carlo trials, where they are needed. @default 20000 */
  readonly trials?: number;
  /**
   * Fraction of alpha. Monte Carlo stops when the interval's half-width is below it; `auto` takes a series whose stated
   * error is below it. @default none for Monte Carlo, 0.01 for series
   */
  readonly tolerance?: number;
  readonly seed: Seed;
  /** @default 0.95 */
  readonly confidence?: number;
  /** Dollars to be allotted, to state effects in dollars. @default null */
  readonly budgetDollars?: number | null;
  /** Puts privacy noise beside the sampling error of the data, whose size comes from here. @default null: does not */
  readonly samplingError?: SamplingSource | null;
  /** False for the plain estimator. @default true */
  readonly controlVariates?: boolean;
  /** Whether causes of a bias are simulated apart where that takes longer than the audit itself. @default false */
  readonly simulateCauses?: boolean;
}

/** A request with its defaults set. Without a tolerance Monte Carlo runs all its trials. */
export type CompleteRequest = Required<Omit<AuditRequest, 'tolerance'>> & { readonly tolerance: number | null };

/** @throws DpfairError `usage` for an option outside its range. */
export function completeRequest(request: AuditRequest): CompleteRequest {
  const complete: CompleteRequest = {
    ...request,
    method: request.method ?? 'auto',
    trials: request.trials ?? 20_000,
    parameters: request.parameters ?? {},
    tolerance: request.tolerance ?? null,
    confidence: request.confidence ?? 0.95,
    budgetDollars: request.budgetDollars ?? null,
    samplingError: request.samplingError ?? null,
    controlVariates: request.controlVariates ?? true,
    simulateCauses: request.simulateCauses ?? false,
  };
  const { trials, confidence, tolerance, mechanisms, posts, table } = complete;
  if (!(Number.isSafeInteger(trials) && trials >= 4)) {
    throw badOption('trials', trials, 'a whole number of at least 4');
  }
  if (!(confidence > 0 && confidence < 1)) throw badOption('confidence', confidence, 'between 0 and 1');
  if (tolerance !== null && !(tolerance > 0)) throw badOption('tolerance', tolerance, 'more than 0');
  if (mechanisms.length === 0) throw badOption('mechanisms', 0, 'at least one');
  if (posts.length === 0) throw badOption('post-processings', 0, 'at least one');
  if (table.id.length === 0) throw badOption('entities', 0, 'at least one');
  return complete;
}
