import { splitExamples } from '@dpfair/data';
import type { Metric } from '@dpfair/individual';
import { pickExamples } from '@dpfair/learning';
import { DpfairError, type Examples, type Input, type SmoothedModel, type Warning } from '@dpfair/result';
import { openStream, parseSeed, shuffleFirst } from '@dpfair/stats';
import { readInput } from '../input/read-input.js';
import { smoothFaults, smoothWarnings } from '../messages/smooth.js';
import { sha256 } from '../spec/run-id.js';
import type { ModelOnDataSpec } from '../spec/smooth/smooth-spec.js';
import { type LoadedPeople, loadPeople } from './load-people.js';
import { type Feature, featuresOf } from './metric/features.js';
import { heldValues } from './metric/held-values.js';
import { type MadeMetric, makeMetric } from './metric/make-metric.js';
import { loadModel, summaryOf } from './models/load-model.js';
import type { ModelData } from './models/model-data.js';
import { settleOnnx } from './models/settle-onnx.js';

/** A model, the people that it is asked about, and a metric between them. */
export interface PreparedSmoothing {
  readonly model: ModelData;
  readonly modelOfResult: SmoothedModel;
  readonly features: readonly Feature[];
  /** The rows that are smoothed, or searched. */
  readonly examples: Examples;
  /** Line of the file of each. */
  readonly lines: readonly number[];
  readonly metric: Metric;
  readonly source: MadeMetric['source'];
  readonly held: ReadonlyMap<string, number>;
  readonly input: Input;
  readonly missing: number;
  readonly people: LoadedPeople;
  readonly warnings: readonly Warning[];
  /** SHA-256 of all files that decide the numbers. */
  readonly files: readonly string[];
}

/** Which of the rows are used. */
export interface RowChoice {
  /** Part of the rows that is smoothed; 0: all. The others train the regression of a metric. */
  readonly testShare: number;
  /** Rows at most; null: all. */
  readonly rows: number | null;
  /** Whether noise will be added to them. */
  readonly smooths: boolean;
  /** Refuses what does not go with the data, before the metric is made, which may take long. */
  readonly check: (features: readonly Feature[], examples: Examples) => void;
}

/** Reads model and data and makes the metric. @throws DpfairError `input` or `usage` naming file, line and value */
export async function prepareSmoothing(
  spec: ModelOnDataSpec,
  choice: RowChoice,
  read = readInput,
): Promise<PreparedSmoothing> {
  const model = loadModel(spec.model, read);
  const people = await loadPeople(spec, model, read);
  const { encoding, encoded, input } = people;
  const { content } = model;
  const data: ModelData =
    content.kind === 'trained' ? { kind: 'trained', model: content.model } : await settleOnnx(content, spec, encoding);
  const { examples: all } = encoded;
  const split =
    choice.testShare === 0 ? { training: null, test: null } : splitExamples(all, choice.testShare, spec.seed);
  if (split.test?.length === 0) throw new DpfairError('usage', smoothFaults.noTestRows(choice.testShare, all.rows));
  const wanted = split.test ?? Array.from({ length: all.rows }, (_, row) => row);
  const used = drawnFrom(wanted, choice.rows, spec.seed);
  const examples = pickExamples(all, Int32Array.from(used));
  const features = featuresOf(encoding);
  choice.check(features, examples);
  const training = split.training === null ? all : pickExamples(all, Int32Array.from(split.training));
  const ground = { model: data, encoding, features, training, file: input.path, read };
  const { metric, source, gradientLeft, table } = await makeMetric(spec, ground);
  const held = heldValues(spec.held, { metric, features, encoding, examples: training });
  const noisy = features.filter(({ kind }, place) => kind !== 'number' && metric.scales[place] !== 0);
  return {
    model: data,
    modelOfResult: {
      source: data.kind,
      path: model.path,
      sha256: model.sha256,
      summary: summaryOf(data),
      classes: [...encoding.label.classes],
      columns: features.map(({ name }) => name),
    },
    features,
    examples,
    lines: used.map((row) => encoded.lines[row] as number),
    metric,
    source,
    held,
    input: { ...input, rows: used.length },
    missing: encoded.missing,
    people,
    warnings: [
      ...people.warnings,
      ...(data.kind === 'onnx' && data.form === 'logit' && spec.modelForm === null
        ? [smoothWarnings.takenForLogit(data.file, data.output)]
        : []),
      ...(noisy.length === 0 || !choice.smooths
        ? []
        : [smoothWarnings.noisyCategories([...new Set(noisy.map(({ column }) => column))])]),
      ...(gradientLeft === null ? [] : [smoothWarnings.notConverged(gradientLeft)]),
      ...(used.length < wanted.length ? [smoothWarnings.rowsDrawn(used.length, wanted.length)] : []),
    ],
    files: [input.sha256, model.sha256, ...(table === null ? [] : [sha256(table)])],
  };
}

/** All of the rows, or so many of them drawn without replacement, ascending. */
function drawnFrom(rows: readonly number[], most: number | null, seed: string): readonly number[] {
  if (most === null || rows.length <= most) return rows;
  const shuffled = [...rows];
  shuffleFirst(shuffled, most, openStream(parseSeed(seed), 'batch', 0));
  return shuffled.slice(0, most).sort((one, other) => one - other);
}
