import {
  type CsvCell,
  type Repeated,
  type StabilityCell,
  type StabilityResult,
  type StableGroupSize,
  writeCsv,
} from '@dpfair/result';

/** The cells of a row by column; columns that are not named stay empty. */
type Cells = Readonly<Record<string, CsvCell>>;

const repeatedColumns = ['accuracy', 'statisticalRate', 'disparateImpact', 'parityGap', 'stab', 'norm'] as const;
const boundColumns = [
  'admissibility',
  'kappa',
  'gradientBound',
  'uniform',
  'uniformLinear',
  'excessRisk',
  'generalisation',
  'recommended',
  'changedPredictions',
] as const;
const publishedColumns = [
  'accuracy',
  'accuracyDeviation',
  'statisticalRate',
  'statisticalRateDeviation',
  'stab',
] as const;
const parts = ['', '_lower', '_upper', '_deviation', '_defined'] as const;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const columns = [
  ...['record', 'groups_by', 'algorithm', 'fairness', 'fairness_value', 'lambda'],
  ...repeatedColumns.flatMap((name) => parts.map((part) => `${snake(name)}${part}`)),
  ...['test_rows', 'fits', 'converged'],
  ...boundColumns.map((name) => `bound_${snake(name)}`),
  ...['replacements', 'replaced_largest', 'replaced_mean', 'replaced_changed_predictions'],
  ...publishedColumns.map((name) => `published_${snake(name)}`),
  ...['group', ...parts.map((part) => `rate${part}`)],
  ...['repetition', 'fit_converged', 'ending', 'iterations', 'objective', 'gradient_norm', 'constraint_slack'],
  ...['fit_accuracy', 'fit_statistical_rate', 'fit_norm', 'epsilon'],
  ...parts.map((part) => `without_small${part}`),
  ...['training_rows', 'small'],
];

/**
 * Stable and fair classification as CSV at full precision, missing values empty. Rows whose `record` is `cell` are one algorithm at one
 * lambda for one column of groups; `rate` one group of it; `fit` one repetition of it.
 */
export function stabilityCsv({ cells, data }: StabilityResult): string {
  const rows = cells.flatMap((cell) => [
    ...recordsOf(cell, data.groups.find(({ column }) => column === cell.group)?.sizes ?? []),
  ]);
  return writeCsv(
    columns,
    rows.map((one) => columns.map((name) => one[name] ?? null)),
  );
}

function* recordsOf(cell: StabilityCell, sizes: readonly StableGroupSize[]): Generator<Cells> {
  const { fairness, bounds, replaced, published } = cell;
  const head = {
    groups_by: cell.group,
    algorithm: cell.algorithm,
    fairness: fairness.kind,
    fairness_value: fairness.value,
    lambda: cell.lambda,
  };
  yield {
    ...head,
    record: 'cell',
    ...Object.assign({}, ...repeatedColumns.map((name) => repeatedCells(snake(name), cell[name]))),
    ...(cell.withoutSmall === undefined ? {} : repeatedCells('without_small', cell.withoutSmall)),
    test_rows: cell.stab.ofRows,
    fits: cell.fits.length,
    converged: cell.converged,
    ...Object.fromEntries(boundColumns.map((name) => [`bound_${snake(name)}`, bounds[name]])),
    replacements: replaced?.replacements ?? null,
    replaced_largest: replaced?.largest ?? null,
    replaced_mean: replaced?.mean ?? null,
    replaced_changed_predictions: replaced?.changedPredictions ?? null,
    ...Object.fromEntries(publishedColumns.map((name) => [`published_${snake(name)}`, published?.[name] ?? null])),
  };
  for (const { group, rate } of cell.rates) {
    const size = sizes.find((one) => one.group === group);
    const rows = size && { training_rows: size.training, test_rows: size.test, small: String(size.small) };
    yield { ...head, record: 'rate', group, ...repeatedCells('rate', rate), ...rows };
  }
  for (const fit of cell.fits)
    yield {
      ...head,
      record: 'fit',
      repetition: fit.repetition,
      fit_converged: String(fit.converged),
      ending: fit.ending,
      iterations: fit.iterations,
      objective: fit.objective,
      gradient_norm: fit.gradientNorm,
      constraint_slack: fit.constraintSlack,
      fit_accuracy: fit.accuracy,
      fit_statistical_rate: fit.statisticalRate,
      fit_norm: fit.norm,
      epsilon: fit.epsilon,
    };
}

const repeatedCells = (name: string, { estimate, lower, upper, deviation, defined }: Repeated): Cells => ({
  [name]: estimate,
  [`${name}_lower`]: lower,
  [`${name}_upper`]: upper,
  [`${name}_deviation`]: deviation,
  [`${name}_defined`]: defined,
});
