import type { LoggedGroup, OtherLogField } from '@dpfair/result';
import { type RecordedColumn, type RecordedPath, recordedColumns } from '../decomposition/path-recorder.js';
import { splitStep } from '../decomposition/split-step.js';

/** The terms of every logged step of one group: what `pathRecorder` keeps of a training of our own, but for the remainder. */
export function recordedFromLog({ needed, others }: LoggedGroup): RecordedPath {
  const length = needed.loss.length;
  const columns = Object.fromEntries(
    recordedColumns.map((column) => [column, new Float64Array(length).fill(Number.NaN)]),
  ) as Record<RecordedColumn, Float64Array>;
  for (let k = 0; k < length; k++) {
    const of = (field: keyof typeof needed) => needed[field][k] as number;
    const maybe = (field: OtherLogField) => {
      const value = others[field]?.[k] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    };
    const moments = {
      loss: of('loss'),
      innerRaw: of('innerRaw'),
      innerClipped: of('innerClipped'),
      curvatureRaw: of('curvatureRaw'),
      curvatureClipped: of('curvatureClipped'),
      hessianTrace: of('hessianTrace'),
      hessianTraceError: maybe('hessianTraceError') ?? 0,
      lengthRatio: maybe('lengthRatio'),
      gradientNorm: maybe('gradientNorm'),
      meanGradientNorm: maybe('meanGradientNorm'),
      clipRate: maybe('clipRate'),
      boundary: maybe('boundary'),
    };
    const known: Readonly<Partial<Record<RecordedColumn, number | null>>> = {
      ...moments,
      ...splitStep(moments, of('learningRate'), of('noiseVariance')),
    };
    for (const column of recordedColumns) columns[column][k] = known[column] ?? Number.NaN;
  }
  return columns;
}

/** A path of which nothing is known but the losses. */
export function onlyLosses(loss: Float64Array): RecordedPath {
  const columns = recordedColumns.map((column) => [
    column,
    column === 'loss' ? loss : new Float64Array(loss.length).fill(Number.NaN),
  ]);
  return Object.fromEntries(columns) as Record<RecordedColumn, Float64Array>;
}

/** Means of the groups by their rows: what is known of all rows where the log does not have them. */
export function meanOfGroups(groups: readonly { readonly path: RecordedPath; readonly rows: number }[]): RecordedPath {
  const total = groups.reduce((sum, { rows }) => sum + rows, 0);
  const columns = recordedColumns.map((column) => {
    const length = groups[0]?.path.loss.length ?? 0;
    // The norm of a mean is not the mean of the norms.
    const mean = Float64Array.from({ length }, (_, k) =>
      column === 'gradientNorm'
        ? Number.NaN
        : groups.reduce((sum, { path, rows }) => sum + (rows / total) * (path[column][k] as number), 0),
    );
    return [column, mean];
  });
  return Object.fromEntries(columns) as Record<RecordedColumn, Float64Array>;
}
