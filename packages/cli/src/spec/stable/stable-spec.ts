import type { StabilityCell } from '@dpfair/result';
import type { interceptNames, kernelNames, lossNames, presetNames } from '../../options/stable/program-options.js';
import type { stableDataSets, standardiseNames } from '../../options/stable/stable-data-options.js';
import type { LearningFormat, missingRules } from '../../options/train/examples-options.js';
import type { ReadingSpec } from '../reading-spec.js';

/** Name of an algorithm. */
export type StableAlgorithm = StabilityCell['algorithm'];

/**
 * Everything that decides the numbers of an experiment on stable and fair classifiers, with nothing left to a default but what only the data can
 * tell. It is what `run.spec` of a result holds, and what a spec file says. Keys are the option names of `dpfair stable` in camel case.
 */
export interface StableSpec extends ReadingSpec<LearningFormat> {
  /** The file that is learned from; of a known data set in a folder the first of its files. */
  readonly data: string;
  readonly dataset: (typeof stableDataSets)[number] | null;
  /** Which rows of a known data set; null once `data` and `more` name the files. */
  readonly rows: string | null;
  readonly more: readonly string[];
  /** Null: that of a known table. */
  readonly label: string | null;
  /** Null: the last class in sorted order. */
  readonly favourable: string | null;
  readonly group: readonly string[];
  readonly binary: Readonly<Record<string, string>>;
  readonly contrast: Readonly<Record<string, string>>;
  readonly hideGroups: boolean;
  readonly drop: readonly string[];
  readonly keep: readonly string[];
  readonly textColumns: readonly string[];
  readonly standardise: (typeof standardiseNames)[number];
  /** Null: all rows. */
  readonly sampleRows: number | null;
  readonly missing: (typeof missingRules)[number];
  readonly missingText: readonly string[];
  readonly preset: (typeof presetNames)[number];
  readonly algorithm: readonly StableAlgorithm[];
  readonly lambda: readonly number[];
  readonly loss: (typeof lossNames)[number];
  readonly kernel: (typeof kernelNames)[number];
  /** Null for the linear kernel. */
  readonly kernelWidth: number | null;
  readonly intercept: (typeof interceptNames)[number];
  /** Null without zvrg. */
  readonly bound: number | null;
  /** `kaas`, `gyf` -> number; where one is not there its default. */
  readonly weight: Readonly<Record<string, string>>;
  /** Budgets of `private`; null without it. */
  readonly epsilon: readonly number[] | null;
  readonly delta: number;
  readonly clip: number;
  readonly epochs: number;
  /** Null: 256, or all rows where there are fewer. */
  readonly batch: number | null;
  readonly learningRate: number;
  readonly repetitions: number;
  readonly testShare: number;
  readonly trainShare: number;
  readonly replace: number;
  /** A whole number below 2^64, decimal. */
  readonly seed: string;
  readonly confidence: number;
  /** Conditions such as `gamma<.8`. */
  readonly failOn: readonly string[];
}

/** What a caller says: the data, and whatever should differ from the defaults. */
export type StableSpecInput = Pick<StableSpec, 'data'> & {
  readonly [Key in keyof StableSpec]?: StableSpec[Key] | null;
};
