import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { DescentPrivacy } from '../training/descent.js';

export const remedyIds = [
  'penalties',
  'private-penalties',
  'by-group',
  'global',
  'global-adaptive',
  'early-stopping',
  'parity',
] as const;
/** The remedies by name: what `--remedies` names. */
export type RemedyId = (typeof remedyIds)[number];

/** A remedy as plain data. */
export interface Remedy {
  readonly id: RemedyId;
  /** What differs from the defaults of the remedy: see `remedyKinds[id].settings`. @default nothing */
  readonly settings?: Readonly<Record<string, number>>;
}

/** One number that a remedy takes. */
export interface RemedySetting {
  readonly name: string;
  readonly meaning: string;
  /** For the private training that the remedy is given to. */
  readonly default: (plan: TrainingPlan, privacy: DescentPrivacy) => number;
  readonly allows: (value: number) => boolean;
  readonly allowed: string;
}

/** How a remedy changes a private training. */
export interface RemedyKind {
  readonly id: RemedyId;
  readonly settings: readonly RemedySetting[];
  /** Whether steps can still be followed: not where some of a step is no clipping, or trainings end early. */
  readonly tracked: boolean;
  /** What takes the place of parts of the privacy of the plan. @throws DpfairError `usage` for a plan that it is not for */
  readonly change: (
    plan: TrainingPlan,
    privacy: DescentPrivacy,
    settings: Readonly<Record<string, number>>,
  ) => Partial<DescentPrivacy>;
  /** Why a training with these settings is not private; null where it is. */
  readonly notPrivate: (settings: Readonly<Record<string, number>>) => string | null;
}
