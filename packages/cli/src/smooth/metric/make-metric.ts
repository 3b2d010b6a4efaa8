import type { RowEncoding } from '@dpfair/data';
import {
  type Metric,
  metricFromScales,
  metricFromTable,
  metricFromWeights,
  minimalLogisticMetric,
} from '@dpfair/individual';
import { DpfairError, type Examples, type SmoothingMetric } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';
import { parseMetric } from '../../spec/smooth/metric-words.js';
import type { ModelOnDataSpec } from '../../spec/smooth/smooth-spec.js';
import type { ModelData } from '../models/model-data.js';
import type { Feature } from './features.js';
import { logisticMetric } from './logistic-metric.js';
import { requireWeights } from './require-weights.js';
import { readWeightTable } from './weight-table.js';

/** What a metric is made of. */
export interface MetricGround {
  readonly model: ModelData;
  readonly encoding: RowEncoding;
  readonly features: readonly Feature[];
  /** Rows that a logistic regression is fitted to. */
  readonly training: Examples;
  /** Name of the file of data, for errors. */
  readonly file: string;
  readonly read: (path: string) => Uint8Array;
}

/** The metric at scale 1, and where it is from. */
export interface MadeMetric {
  readonly metric: Metric;
  readonly source: SmoothingMetric['source'];
  /** Norm of the gradient of a logistic regression that did not converge. */
  readonly gradientLeft: number | null;
  /** Bytes of the table of weights. */
  readonly table: Uint8Array | null;
}

/**
 * Makes the metric of a spec over the inputs of the model.
 *
 * @throws DpfairError `usage` or `input`: a column without a weight, an unknown one, a model without a minimal metric
 */
export async function makeMetric(spec: ModelOnDataSpec, ground: MetricGround): Promise<MadeMetric> {
  const { features, training, file } = ground;
  const norm = spec.norm === 'inf' ? Number.POSITIVE_INFINITY : Number(spec.norm);
  const names = features.map(({ name }) => name);
  const words = parseMetric(spec.metric);
  const plain = { gradientLeft: null, table: null };
  switch (words.kind) {
    case 'minimal':
      return { metric: minimalOf(ground.model, names), source: 'minimal', ...plain };
    case 'logistic': {
      const unscaled = ground.encoding.columns.flatMap((column) =>
        column.kind === 'number'
          ? [column.scaledBy === 'nothing', ...column.marks.map(() => false)]
          : column.levels.map(() => false),
      );
      return { ...logisticMetric(norm, training, unscaled, file), source: 'logistic', table: null };
    }
    case 'uniform': {
      const metric = metricFromWeights(norm, new Float64Array(names.length).fill(1), names);
      return { metric: inUnits(metric, spec, ground), source: 'uniform', ...plain };
    }
    case 'given':
      return { metric: fromTable(norm, words.weights, spec, ground), source: 'given', ...plain };
    case 'file': {
      const table = ground.read(words.path);
      const weights = await readWeightTable(words.path, table);
      return { metric: fromTable(norm, weights, spec, ground), source: 'file', gradientLeft: null, table };
    }
  }
}

function minimalOf(model: ModelData, names: readonly string[]): Metric {
  if (model.kind === 'onnx') throw new DpfairError('usage', smoothFaults.minimalOf('ONNX'));
  const { description, parameters } = model.model;
  if (description.kind !== 'logistic') throw new DpfairError('usage', smoothFaults.minimalOf(description.kind));
  return minimalLogisticMetric(parameters.slice(0, description.inputs), names);
}

function fromTable(
  norm: number,
  weights: ReadonlyMap<string, number>,
  spec: ModelOnDataSpec,
  ground: MetricGround,
): Metric {
  const names = ground.features.map(({ name }) => name);
  requireWeights(weights, names, spec.otherWeight);
  const metric = metricFromTable(norm, weights, names, spec.otherWeight ?? undefined);
  return inUnits(metric, spec, ground);
}

/** Scales per unit of the column, as scales per unit of the feature. */
function inUnits(metric: Metric, { metricUnits }: ModelOnDataSpec, { features, encoding }: MetricGround): Metric {
  if (metricUnits === 'features') return metric;
  if (encoding.radius !== null) throw new DpfairError('usage', smoothFaults.unitBall('--metric-units columns'));
  return metricFromScales(
    metric.norm,
    metric.scales.map((scale, i) => scale * (features[i] as Feature).deviation),
    metric.columns,
  );
}
