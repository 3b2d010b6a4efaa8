import {
  type AuditedPairOfResult,
  type CsvCell,
  type Measured,
  type PairSearchOfResult,
  type SmoothedGroup,
  type SmoothingResult,
  type SmoothingRun,
  writeCsv,
} from '@dpfair/result';

/** The cells of a row by column; columns that are not named stay empty. */
type Cells = Readonly<Record<string, CsvCell>>;

const measures = ['accuracy', 'confidence', 'positive'] as const;
const sides = ['model', 'smoothed'] as const;

const columns = [
  ...['record', 'scale', 'group', 'rows'],
  ...measures.flatMap((measure) =>
    sides.flatMap((side) => ['', '_lower', '_upper'].map((end) => `${measure}_${side}${end}`)),
  ),
  'abstained',
  ...['line', 'label', 'before', 'after', 'radius', 'lower', 'upper', 'samples'],
  ...['column', 'metric_scale', 'noise_scale'],
  ...['of', 'search', 'changed', 'pairs', 'violations', 'unseen', 'largest_ratio', 'mean_output_distance'],
  ...['second_line', 'differs', 'input_distance', 'output_distance', 'ratio'],
];

/**
 * Smoothing as CSV at full precision, missing values empty. Rows whose `record` is `group` are a group under one scale of the metric (the
 * group of all rows is empty); `row` a row of the data under the first; `column` a column of the metric; `search` what one search found,
 * `search-group` the same by group, `pair` a pair that was kept.
 */
export function smoothingCsv(result: SmoothingResult): string {
  const classes = result.model.classes.map((name) => `probability_of_${name}`);
  const all = [...columns, ...classes];
  const rows = [...recordsOf(result, classes)].map((cells) => all.map((name) => cells[name] ?? null));
  return writeCsv(all, rows);
}

function* recordsOf(result: SmoothingResult, classes: readonly string[]): Generator<Cells> {
  for (const run of result.runs) {
    for (const group of [run.population, ...run.groups]) yield groupCells(run, group);
    yield* rowRecords(result, run, classes);
    yield* run.metric.columns.map((column, k) => ({
      record: 'column',
      scale: run.metric.constant,
      column,
      metric_scale: run.metric.scales[k] ?? null,
      noise_scale: run.noise.scales[k] ?? null,
    }));
  }
  for (const search of result.searches) yield* searchRecords(result, search);
}

function groupCells(run: SmoothingRun, group: SmoothedGroup): Cells {
  const numbers = measures.flatMap((measure) =>
    sides.flatMap((side) => intervalCells(`${measure}_${side}`, group[measure][side])),
  );
  return {
    record: 'group',
    scale: run.metric.constant,
    group: group === run.population ? null : group.group,
    rows: group.rows,
    abstained: group.abstained,
    ...Object.fromEntries(numbers),
  };
}

const intervalCells = (name: string, { estimate, lower, upper }: Measured): [string, CsvCell][] => [
  [name, estimate],
  [`${name}_lower`, lower],
  [`${name}_upper`, upper],
];

function* rowRecords(
  { model, data }: SmoothingResult,
  run: SmoothingRun,
  classes: readonly string[],
): Generator<Cells> {
  const { rows } = run;
  if (rows === null) return;
  const classOf = (place: number | null | undefined) =>
    place === null || place === undefined ? null : (model.classes[place] ?? null);
  for (const [k, line] of rows.row.entries()) {
    yield {
      record: 'row',
      scale: run.metric.constant,
      line,
      group: data.groups[rows.group[k] ?? -1] ?? null,
      label: classOf(rows.label[k]),
      before: classOf(rows.before[k]),
      after: classOf(rows.after[k]),
      radius: rows.radius[k] ?? null,
      lower: rows.lower[k] ?? null,
      upper: rows.upper[k] ?? null,
      samples: rows.samples[k] ?? null,
      ...Object.fromEntries(classes.map((name, at) => [name, rows.probability[at]?.[k] ?? null])),
    };
  }
}

function* searchRecords({ metric }: SmoothingResult, search: PairSearchOfResult): Generator<Cells> {
  const shared = {
    of: search.of,
    search: search.search,
    changed: search.changed.join(' '),
    scale: metric?.constant ?? null,
  };
  const { rows, pairs, violations, unseen } = search;
  yield { ...shared, record: 'search', rows, pairs, violations, unseen };
  for (const { group, largestRatio, meanOutputDistance, ...counts } of search.groups)
    yield {
      ...shared,
      record: 'search-group',
      group,
      pairs: counts.pairs,
      violations: counts.violations,
      largest_ratio: largestRatio,
      mean_output_distance: meanOutputDistance,
    };
  for (const pair of search.worst) yield { ...shared, ...pairCells(pair) };
}

function pairCells({ first, second, differs, inputDistance, outputDistance, ratio }: AuditedPairOfResult): Cells {
  return {
    record: 'pair',
    line: first,
    second_line: second,
    differs: differs.map((one) => `${one.column}: ${one.first} / ${one.second}`).join('; '),
    input_distance: inputDistance,
    output_distance: outputDistance,
    ratio,
  };
}
