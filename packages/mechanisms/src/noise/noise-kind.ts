import type { Mechanism, MechanismKind } from '@dpfair/result';
import type { fillUnitLaplace, NoiseAdder, NoiseDistribution } from '@dpfair/stats';
import type { PrivacyOptions } from './privacy-options.js';

/** What is known of one kind of noise, in one place: its distribution, how it is drawn, how it is calibrated. */
export interface NoiseKind {
  readonly kind: MechanismKind;
  /** The name of its spread, in a mechanism, in a spec and on the command line. */
  readonly spreadName: 'scale' | 'sigma';
  /** The distribution of the noise of one count. @param spread scale or sigma, in counts. */
  readonly distribution: (spread: number) => NoiseDistribution;
  /** Whether a budget in epsilon needs a delta beside it, and an epsilon can be derived for one. */
  readonly takesDelta: boolean;
  /**
   * Fills an array with unit draws for a simulation, addressed by (seed, purpose, block). Kinds that share this function share their
   * draws, so that they differ by what they do and not by luck.
   */
  readonly fillUnit: typeof fillUnitLaplace;
  /** Makes noise of this spread from unit draws and adds it. */
  readonly addNoise: (spread: number) => NoiseAdder;
  /**
   * The mechanism that spends this budget on one count column.
   * @param delta undefined where none was given; a kind that needs one refuses.
   */
  readonly ofBudget: (epsilon: number, delta: number | undefined, options: PrivacyOptions) => Mechanism;
  /** The mechanism with this spread. @param delta for which an epsilon is wanted, where the kind has use for one. */
  readonly ofSpread: (spread: number, delta: number | undefined, options: PrivacyOptions) => Mechanism;
}
