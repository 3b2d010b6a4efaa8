import type { MetricUnits, NormName } from '../../options/smooth/metric-options.js';
import type { OnnxFormName } from '../../options/smooth/model-input-options.js';
import type { AnswerKind, AuditedModel } from '../../options/smooth/pair-options.js';
import type { SamplingBound, Scope, Sharing, SmoothingNoise } from '../../options/smooth/smoothing-options.js';
import type { LearningFormat } from '../../options/train/examples-options.js';
import type { ReadingSpec } from '../reading-spec.js';

/** A model, its data and a metric: what `dpfair smooth` and `dpfair smooth audit` both begin with. Keys are the option names in camel case. */
export interface ModelOnDataSpec extends ReadingSpec<LearningFormat> {
  /** The file of people. */
  readonly data: string;
  /** JSON of a trained model, or an ONNX file. */
  readonly model: string;
  /** Null: that of the training. */
  readonly label: string | null;
  /** ONNX: the columns that it reads, in order; empty: all but label and group. */
  readonly columns: readonly string[];
  /** ONNX: classes in the order of its outputs; empty: those of the data, sorted. */
  readonly classes: readonly string[];
  /** ONNX: the output that is read, and what its numbers are; null: found out. */
  readonly modelOutput: string | null;
  readonly modelForm: OnnxFormName | null;
  /** Null: that of the training, if any. */
  readonly group: string | null;
  readonly groupBands: readonly number[];
  readonly missingText: readonly string[];
  /** A keyword, the path of a table, or `column=weight` lists. */
  readonly metric: readonly string[];
  readonly norm: NormName;
  /** Null: every column needs a weight. */
  readonly otherWeight: number | null;
  readonly metricUnits: MetricUnits;
  /** Column -> value, in the words of the file. */
  readonly held: Readonly<Record<string, string>>;
  /** What distances are multiplied by. */
  readonly metricScale: readonly number[];
  readonly noise: SmoothingNoise;
  /** Null: what the guarantee asks for. */
  readonly samples: number | null;
  /** Null: what the draws keep. */
  readonly excess: number | null;
  /** Null: what follows from draws and excess. */
  readonly delta: number | null;
  readonly bound: SamplingBound;
  /** Rows at most; null: all. */
  readonly rows: number | null;
  /** A whole number below 2^64, decimal. */
  readonly seed: string;
  readonly failOn: readonly string[];
}

/** Everything that decides the numbers of `dpfair smooth`. */
export interface SmoothSpec extends ModelOnDataSpec {
  readonly sharing: Sharing;
  readonly scope: Scope;
  readonly adaptive: boolean;
  /** Null without `adaptive`. */
  readonly maxSamples: number | null;
  /** Draws that select a class; 0: none is selected. */
  readonly select: number;
  readonly testShare: number;
  readonly confidence: number;
}

/** Everything that decides the numbers of `dpfair smooth audit`. */
export interface PairsSpec extends ModelOnDataSpec {
  readonly of: readonly AuditedModel[];
  readonly answers: AnswerKind;
  readonly neighbours: number;
  /** Columns that change, each a list separated by commas. */
  readonly protected: readonly string[];
  /** Rows to climb from; 0: none. */
  readonly climbs: number;
  readonly rows: number;
  /** Pairs that are listed of each search. */
  readonly worst: number;
}

type Said<Spec extends ModelOnDataSpec> = Pick<Spec, 'data' | 'model'> & {
  readonly [Key in keyof Spec]?: Spec[Key] | null;
};

/** What a caller of `smoothFile` says: data, model, and whatever should differ from the defaults. */
export type SmoothSpecInput = Said<SmoothSpec>;
/** What a caller of `auditPairs` says. */
export type PairsSpecInput = Said<PairsSpec>;
