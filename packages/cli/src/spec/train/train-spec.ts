import type { RemedyId } from '@dpfair/learning';
import type { PruningName } from '../../options/train/comparison-options.js';
import type {
  LearningFormat,
  learningTasks,
  missingRules,
  scalingNames,
} from '../../options/train/examples-options.js';
import type { ActivationName, ModelName } from '../../options/train/model-options.js';
import type { OptimizerOptionName } from '../../options/train/training-options.js';
import type {
  AccountantOptionName,
  AlgorithmName,
  ClippingName,
} from '../../options/train/training-privacy-options.js';
import type { ReadingSpec } from '../reading-spec.js';

/**
 * Everything that decides the numbers of private trainings, with nothing left to a default but what only the data can tell. It is
 * what `run.spec` of a result holds, and what a spec file says. Keys are the option names of `dpfair train` in camel case.
 */
export interface TrainSpec extends ReadingSpec<LearningFormat> {
  /** The file that is learned from. */
  readonly data: string;
  /** Column that is predicted; null: that of a known table. */
  readonly label: string | null;
  /** Column of the groups; null: all rows are one group. */
  readonly group: string | null;
  /** Where each band of a group column of numbers but the first begins; empty: no bands. */
  readonly groupBands: readonly number[];
  readonly groupIsFeature: boolean;
  /** Null: what the model predicts, and for a network what the label looks like. */
  readonly task: (typeof learningTasks)[number] | null;
  readonly positive: string | null;
  readonly drop: readonly string[];
  readonly keep: readonly string[];
  readonly textColumns: readonly string[];
  readonly missing: (typeof missingRules)[number];
  /** Texts of missing values; empty: those that are known. */
  readonly missingText: readonly string[];
  readonly scaling: (typeof scalingNames)[number];
  /** Column -> MEAN,DEVIATION. */
  readonly publicScale: Readonly<Record<string, string>>;
  readonly radius: number | null;
  /** File for testing; null: a part of the data. */
  readonly test: string | null;
  /** Part of the data kept for testing; null with a file of its own. */
  readonly testShare: number | null;
  readonly model: ModelName;
  /** Units of each hidden layer; empty for models without. */
  readonly hidden: readonly number[];
  /** Null for models without hidden layers. */
  readonly activation: ActivationName | null;
  readonly algorithm: AlgorithmName;
  /** Budgets of whole trainings; null with `sigma`. */
  readonly epsilon: readonly number[] | null;
  readonly delta: number;
  /** Noise multipliers; null with `epsilon`. */
  readonly sigma: readonly number[] | null;
  /** How the privacy of the steps is composed. */
  readonly accountant: AccountantOptionName;
  /** Largest norm of the gradient of a row. */
  readonly clip: number;
  readonly clipping: ClippingName;
  /** Settings of the rule of clipping; null where the rule has no use for one. */
  readonly clipLimit: number | null;
  readonly clipQuantile: number | null;
  readonly clipRate: number | null;
  readonly clipStability: number | null;
  readonly countNoise: number | null;
  /** From here on, and for clipping: of dp-sgd; the other algorithms have no use for them. */
  readonly optimizer: OptimizerOptionName;
  readonly learningRate: number;
  /** Expected rows of a batch; null: 256, or all rows where there are fewer. */
  readonly batch: number | null;
  readonly epochs: number;
  readonly regularization: number;
  readonly repetitions: number;
  /** Seed of everything that is drawn: a whole number below 2^64, decimal. */
  readonly seed: string;
  readonly confidence: number;
  /** Conditions such as `gap>0.05`. */
  readonly failOn: readonly string[];
  readonly trackEvery: number;
  readonly trackRows: number;
  readonly noTrack: boolean;
  /** Remedies that are compared, and their settings as `penalties.clipping-weight` -> number. */
  readonly remedies: readonly RemedyId[];
  readonly remedySetting: Readonly<Record<string, string>>;
  /** Sweeps such as `clip=.05,.1`. */
  readonly sweep: readonly string[];
  /** Fractions of the weights that are set to 0; empty: nothing is pruned. */
  readonly prune: readonly number[];
  readonly pruneMethod: readonly PruningName[];
  readonly attack: boolean;
  /** Pairs of trainings for a lower bound on epsilon; 0: none is looked for. */
  readonly attackPairs: number;
}

/** What a caller says: the data, a privacy budget, and whatever should differ from the defaults. */
export type TrainSpecInput = Pick<TrainSpec, 'data'> & {
  readonly [Key in keyof TrainSpec]?: TrainSpec[Key] | null;
};
