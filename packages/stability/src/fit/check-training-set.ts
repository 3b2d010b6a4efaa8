import {
  badFeature,
  badGroup,
  badLabel,
  noGroups,
  nothingVaries,
  oneGroup,
  oneLabel,
  outsideDomain,
  wrongLength,
} from '../messages.js';
import type { StableFairProgram } from '../program/program.js';
import type { GroupColumn, TrainingSet } from '../program/training-set.js';

/**
 * Refuses what no classifier can be fitted to. A column that holds one value is allowed beside others, as random parts of data have some.
 *
 * @throws DpfairError domain for lengths, labels, groups and numbers that are not allowed; undefined-result where there is one class, one
 *   group, or nothing varies.
 */
export function checkTrainingSet(set: TrainingSet, program: StableFairProgram): void {
  const { rows, columns, features, labels } = set;
  if (!(Number.isInteger(rows) && rows >= 2)) throw outsideDomain('rows', rows, 'an integer, 2 or more');
  if (columns.length === 0) throw outsideDomain('columns', 0, '1 or more');
  if (features.length !== rows * columns.length) throw wrongLength('features', features.length, rows * columns.length);
  if (labels.length !== rows) throw wrongLength('labels', labels.length, rows);
  labels.forEach((label, row) => {
    if (label !== 1 && label !== -1) throw badLabel(row, label);
  });
  checkFinite(features, columns);
  checkGroups(set, program);
  checkProgram(program);
  switch (whatIsMissing(set, program)) {
    case 'one-class':
      throw oneLabel(labels[0] as number);
    case 'nothing-varies':
      throw nothingVaries();
    case 'one-group': {
      const { name, values, of } = set.groups.find(isOfOneGroup) as GroupColumn;
      throw oneGroup(name, values[of[0] as number] as string);
    }
  }
}

/** What rows lack so that nothing can be fitted to them, as a random part of good data may; null where they lack nothing. */
export function whatIsMissing(
  { columns, features, labels, groups }: TrainingSet,
  { fairness }: Pick<StableFairProgram, 'fairness'>,
): 'one-class' | 'nothing-varies' | 'one-group' | null {
  if (labels.every((label) => label === labels[0])) return 'one-class';
  if (features.every((value, at) => value === features[at % columns.length])) return 'nothing-varies';
  return fairness.kind !== 'none' && groups.some(isOfOneGroup) ? 'one-group' : null;
}

const isOfOneGroup = ({ of }: GroupColumn): boolean => of.every((value) => value === of[0]);

/** Of a feature: beyond it squares of sums overflow. */
const LARGEST = 1e100;

function checkFinite(features: Float64Array, columns: readonly string[]): void {
  let allowed = true;
  for (let at = 0; at < features.length; at++) allowed = allowed && Math.abs(features[at] as number) <= LARGEST;
  if (allowed) return;
  const at = features.findIndex((value) => !(Math.abs(value) <= LARGEST));
  const column = at % columns.length;
  throw badFeature((at - column) / columns.length, columns[column] as string, features[at] as number, LARGEST);
}

function checkGroups({ rows, groups }: TrainingSet, { fairness }: StableFairProgram): void {
  for (const { name, values, of } of groups) {
    if (of.length !== rows) throw wrongLength(`rows of group column ${name}`, of.length, rows);
    of.forEach((value, row) => {
      if (!(value >= 0 && value < values.length)) throw badGroup(row, name, value, values.length);
    });
  }
  if (fairness.kind !== 'none' && groups.length === 0) throw noGroups();
}

function checkProgram({ fairness, stabilityWeight, kernel }: StableFairProgram): void {
  const nonNegative = (what: string, value: number) => {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY))
      throw outsideDomain(what, value, 'a finite number, 0 or more');
  };
  nonNegative('lambda', stabilityWeight);
  if (fairness.kind === 'covariance') nonNegative('bound of the covariance', fairness.bound);
  else if (fairness.kind !== 'none') nonNegative('weight of the fairness term', fairness.weight);
  if (kernel === null) return;
  const length = kernel.kind === 'rbf' ? kernel.width : kernel.c;
  if (!(length > 0 && length < Number.POSITIVE_INFINITY)) {
    throw outsideDomain(
      kernel.kind === 'rbf' ? 'width of the kernel' : 'c of the kernel',
      length,
      'a finite number above 0',
    );
  }
}
