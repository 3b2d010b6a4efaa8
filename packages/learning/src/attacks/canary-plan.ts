import type { Examples } from '@dpfair/result';
import type { ModelDescription } from '../models/model-description.js';
import type { DescentPlan } from '../training/descent.js';

/** The distinguishing game against a private training: plain data, which crosses threads. */
export interface CanaryPlan {
  readonly model: ModelDescription;
  readonly training: Examples;
  /** As trained; its privacy is what is attacked. */
  readonly descent: Omit<DescentPlan, 'repetition'>;
  /** Pairs of trainings, one with the canary and one without: at least 1. */
  readonly pairs: number;
  /**
   * Rows beside the canary, at most: the first ones. Epsilon depends on sampling rate, noise and steps, not on how many rows there are, so
   * that few rows attack the same mechanism in less time; the noise beside the gradients is then larger than it was.
   */
  readonly rows: number;
  /** Noise multiplier that the attacker counts on. @default that of the plan */
  readonly expectedNoise?: number;
}
