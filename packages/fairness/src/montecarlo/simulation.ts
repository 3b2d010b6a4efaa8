import {
  type DecisionInput,
  type DecisionParameters,
  decisionByName,
  type SubstituteSpec,
  substituteDecision,
} from '@dpfair/decisions';
import { noiseKinds, type PostName } from '@dpfair/mechanisms';
import type { MechanismKind } from '@dpfair/result';
import type { Seed } from '@dpfair/stats';
import type { Problem } from '../models/problem.js';

/** One cell to simulate, as plain data that can be sent to a worker thread. */
export interface SimulatedCell {
  readonly decision: string;
  /** @default none */
  readonly parameters?: DecisionParameters;
  /** The fair substitute that takes the place of the decision. @default the decision itself */
  readonly substitute?: SubstituteSpec;
  readonly post: PostName;
  readonly noise: { readonly kind: MechanismKind; readonly spread: number };
}

/**
 * A simulation of several cells on the same noise. Trial t of entity j uses the same unit draw in every cell whose kind of noise
 * is made of the same draws (Laplace and discrete Laplace; Gaussian and discrete Gaussian), so that cells differ by what they do and not by luck.
 */
export interface Simulation {
  readonly input: DecisionInput;
  readonly cells: readonly SimulatedCell[];
  readonly controlVariates: boolean;
  /**
   * Standard deviation of the sampling error of each private count, by role: errors with and without it are simulated instead
   * of biases, see {@link simulateErrors}. @default none
   */
  readonly sampling?: Readonly<Record<string, Float64Array>>;
  readonly seed: Seed;
  /** Trials firstTrial <= t < firstTrial + trials are run; trials is a multiple of `shards`. */
  readonly firstTrial: number;
  readonly trials: number;
  readonly shards: number;
}

/** Number of entities. */
export const entitiesOf = ({ counts }: DecisionInput): number => Object.values(counts)[0]?.length ?? 0;

/** Number of outcomes that a simulation computes: entities x trials x cells. */
export const outcomesOf = ({ input, trials, cells, sampling }: Simulation): number =>
  entitiesOf(input) * trials * (sampling === undefined ? cells.length : 2 * (2 * cells.length + 1));

export const toSimulatedCell = ({ decision, post, noise }: Problem): SimulatedCell => ({
  decision: decision.name,
  parameters: decision.parameters,
  ...(decision.substitute === undefined ? {} : { substitute: decision.substitute }),
  post,
  noise: { kind: noise.kind, spread: noise.spread },
});

export function toProblem({ input }: Simulation, cell: SimulatedCell): Problem {
  const { parameters, substitute, post, noise } = cell;
  const decision = decisionByName(cell.decision, parameters);
  return {
    input,
    decision: substitute === undefined ? decision : substituteDecision(decision, substitute),
    post,
    noise: noiseKinds[noise.kind].distribution(noise.spread),
  };
}
