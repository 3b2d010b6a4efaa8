import type { ReplacedRows } from '@dpfair/result';
import type { ExperimentPlan } from './experiment-plan.js';
import { fitArm } from './fit-arm.js';
import type { FittedClassifier } from './fitted-classifier.js';
import { replaceRows } from './replace-rows.js';

/** One fit, or the refits of an arm with rows replaced. `arm` is a place in the plan's arms. */
export type StableShard =
  | { readonly kind: 'fit'; readonly repetition: number; readonly arm: number }
  | { readonly kind: 'replace'; readonly arm: number };

/** What came of a shard. */
export type StablePart =
  | { readonly kind: 'fit'; readonly arm: number; readonly fit: FittedClassifier }
  | { readonly kind: 'replace'; readonly arm: number; readonly replaced: ReplacedRows | null };

/** What is done of each arm, repetitions ascending. */
export interface ArmOutput {
  readonly fits: readonly FittedClassifier[];
  /** Null where no rows were or could be replaced, or that was not done yet. */
  readonly replaced: ReplacedRows | null;
}

/**
 * The task of the experiment: a shard is one fit, all arms of a repetition one after another, so that an interruption leaves whole repetitions; what
 * is measured by replacing rows comes last. Every shard stands alone: the bytes are the same for any number of threads. The shape is that of a
 * task of `@dpfair/engine`, which this package does not need to know.
 */
export const stableTask = {
  plan: ({ arms, repetitions, replacements }: ExperimentPlan): readonly StableShard[] => [
    ...Array.from({ length: repetitions }, (_, repetition) =>
      arms.map((_arm, arm): StableShard => ({ kind: 'fit', repetition, arm })),
    ).flat(),
    ...(replacements === 0 ? [] : arms.map((_arm, arm): StableShard => ({ kind: 'replace', arm }))),
  ],
  /** Fits. */
  size: ({ replacements }: ExperimentPlan, { kind }: StableShard): number => (kind === 'fit' ? 1 : 1 + replacements),
  run: (plan: ExperimentPlan, shard: StableShard, report?: (done: number) => void): StablePart => {
    const { arm } = shard;
    if (shard.kind === 'replace') return { kind: 'replace', arm, replaced: replaceRows(plan, arm, report) };
    return { kind: 'fit', arm, fit: fitArm(plan, shard.repetition, plan.arms[arm] as ExperimentPlan['arms'][number]) };
  },
  merge: (plan: ExperimentPlan, parts: readonly { readonly part: StablePart }[]): readonly ArmOutput[] =>
    plan.arms.map((_arm, place) => {
      const own = parts.map(({ part }) => part).filter(({ arm }) => arm === place);
      return {
        fits: own.flatMap((part) => (part.kind === 'fit' ? [part.fit] : [])),
        replaced: own.flatMap((part) => (part.kind === 'replace' ? [part.replaced] : []))[0] ?? null,
      };
    }),
  finish: (_plan: ExperimentPlan, output: readonly ArmOutput[]): readonly ArmOutput[] => output,
};
