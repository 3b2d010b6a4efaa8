import {
  type CsvCell,
  type GroupOutcome,
  type GroupPath,
  type Measured,
  type TrainingResult,
  type TrainingRun,
  writeCsv,
} from '@dpfair/result';
import { outcomesOf } from './runs.js';

const head = ['record', 'run', 'private', 'epsilon', 'delta', 'group', 'training_rows', 'test_rows', 'step'] as const;

const measuredColumns = [
  'excessiveRisk',
  'gap',
  'clippingPart',
  'noisePart',
  'clipping',
  'noise',
  'path',
  'remainder',
] as const;
const pairColumns = ['loss', 'accuracy', 'testError', 'calibration'] as const;
const plainColumns = ['clipRate', 'gradientNorm', 'inputNorm', 'hessianTrace', 'boundary', 'approximation'] as const;
const pathColumns = [
  'loss',
  'nonPrivateLoss',
  'excessiveRisk',
  'lower',
  'upper',
  'clippingPart',
  'noisePart',
  'clipping',
  'clippingFirst',
  'clippingSecond',
  'direction',
  'magnitude',
  'noise',
  'descent',
  'accumulatedClipping',
  'accumulatedNoise',
  'accumulatedPath',
  'remainder',
  'remainderLower',
  'remainderUpper',
  'hessianTrace',
  'gradientNorm',
  'meanGradientNorm',
  'clipRate',
  'boundary',
] as const;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Names of the columns of the ends (`end_` before them, as steps have columns of the same name), then those of the steps. */
const columns = [
  ...head,
  ...measuredColumns.flatMap((name) => ['', '_lower', '_upper'].map((part) => `end_${snake(name)}${part}`)),
  ...pairColumns.flatMap((name) =>
    ['non_private', 'private'].flatMap((side) =>
      ['', '_lower', '_upper'].map((part) => `end_${snake(name)}_${side}${part}`),
    ),
  ),
  ...plainColumns.map((name) => `end_${snake(name)}`),
  ...['', '_lower', '_upper'].map((part) => `end_change_by_remedy${part}`),
  ...pathColumns.map((name) => `step_${snake(name)}`),
];

/**
 * Groups and steps of private trainings as CSV at full precision, missing values empty. The `group` of all rows is empty, for a group may
 * bear any name. Rows whose `record` is `group` are what
 * became of a group in the end, and under a remedy what that changes of its excessive risk; those whose `record` is `step` are one group at one tracked step.
 */
export function trainingCsv(result: TrainingResult): string {
  return writeCsv([...columns], rowsOf(result));
}

function* rowsOf({ runs, remedies }: TrainingResult): Generator<CsvCell[]> {
  for (const [place, run] of runs.entries()) {
    const outcomes = outcomesOf(run);
    const changes = remedies.find((remedy) => remedy.run === place && remedy.id !== 'none')?.changes ?? [];
    const changeOf = (outcome: GroupOutcome) =>
      outcome === run.population ? undefined : changes.find(({ group }) => group === outcome.group)?.excessiveRisk;
    for (const outcome of outcomes)
      yield [
        ...headOf('group', run, outcome, null),
        ...endOf(outcome, changeOf(outcome)),
        ...pathColumns.map(() => null),
      ];
    if (run.path === null) continue;
    const { step, population, groups } = run.path;
    for (const [at, path] of [population, ...groups].entries()) {
      const outcome = outcomes[at];
      if (outcome === undefined) continue;
      for (const k of step.keys()) {
        yield [...headOf('step', run, outcome, step[k] ?? null), ...endOf(null), ...stepOf(path, k)];
      }
    }
  }
}

function headOf(record: 'group' | 'step', run: TrainingRun, outcome: GroupOutcome, step: number | null): CsvCell[] {
  const { privacy } = run;
  const { group, rows } = outcome;
  return [
    record,
    run.id,
    privacy.private === null ? null : String(privacy.private),
    privacy.epsilon,
    privacy.delta,
    outcome === run.population ? null : group,
    rows.training,
    rows.test,
    step,
  ];
}

function endOf(outcome: GroupOutcome | null, change?: Measured): CsvCell[] {
  const three = (of: { estimate: number | null; lower: number | null; upper: number | null } | undefined) => [
    of?.estimate ?? null,
    of?.lower ?? null,
    of?.upper ?? null,
  ];
  return [
    ...measuredColumns.flatMap((name) => three(outcome?.[name])),
    ...pairColumns.flatMap((name) => [...three(outcome?.[name]?.nonPrivate), ...three(outcome?.[name]?.private)]),
    ...plainColumns.map((name) => outcome?.[name] ?? null),
    ...three(change),
  ];
}

const stepOf = (path: GroupPath, k: number): CsvCell[] => pathColumns.map((name) => path[name][k] ?? null);
