import type { PostName, Stage } from '@dpfair/mechanisms';
import { projectionOntoSimplex } from '@dpfair/mechanisms';
import type { StageDescription } from '@dpfair/result';
import type { Decision, DecisionInput } from '../decision.js';
import { refusePost } from '../messages.js';
import type { NoisyColumns, Pipeline } from '../pipeline.js';
import type { SubstituteSpec } from './substitute-spec.js';

/** The original decision with another pipeline, without the questions that come along with it. */
export const replaced = (original: Decision, spec: SubstituteSpec, pipeline: Decision['pipeline']): Decision => ({
  ...original,
  events: [],
  substitute: spec,
  addsUp: () => false,
  paysAll: () => false,
  pipeline,
});

/** How noisy counts become shares. @param extra independent unit draws of noise, besides those of the counts. */
export type ShareMaker = (noisy: NoisyColumns, outcome: Float64Array, extra: Float64Array) => void;

/** What describes the shares of a substitute. */
export interface ShareStage {
  readonly parameters: StageDescription['parameters'];
  readonly linear: boolean;
  readonly keepsSum?: boolean;
  readonly keepsSign?: boolean;
  readonly extraDraws?: number;
  readonly make: (input: DecisionInput) => ShareMaker;
}

/** An allotment of shares by a substitute; with `pos` they are projected onto the simplex, so that they add up to 1. */
export function replacedShares(original: Decision, spec: SubstituteSpec, stage: ShareStage): Decision {
  const decision = replaced(original, spec, (post, input): Pipeline => {
    if (post !== 'none' && post !== 'pos') throw refusePost(spec.name, post, repairs);
    const make = stage.make(input);
    const after: readonly Stage[] = post === 'pos' ? [projectionOntoSimplex(1)] : [];
    const { keepsSum = false, keepsSign = false, linear, parameters, extraDraws } = stage;
    const keeps = { sum: keepsSum, sign: keepsSign, integers: false };
    return {
      stages: [{ name: spec.name, parameters, linear, keeps }, ...after.map(({ description }) => description)],
      ...(extraDraws === undefined ? {} : { extraDraws }),
      apply: (noisy, outcome, extra = none) => {
        make(noisy, outcome, extra);
        for (const { apply } of after) apply(outcome);
      },
    };
  });
  return { ...decision, addsUp: (post) => post === 'pos' || stage.keepsSum === true };
}

const none = new Float64Array(0);

/** Shares as they are, and repaired. */
export const repairs: readonly PostName[] = ['none', 'pos'];
