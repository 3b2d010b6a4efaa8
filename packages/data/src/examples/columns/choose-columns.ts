import { DpfairError, type Fault } from '@dpfair/result';
import type { RawTable } from '../../raw-table.js';
import { findColumn } from '../../tables/find-column.js';
import type { FeatureColumn } from '../fit/fit-columns.js';
import { exampleMessages } from '../messages.js';
import type { PrepareOptions } from '../prepare-options.js';
import { columnKind } from './column-kind.js';

/** What each column of a table is for. Columns are numbers from 0. */
export interface ChosenColumns {
  readonly label: { readonly index: number; readonly kind: 'number' | 'text' };
  readonly group: { readonly index: number; readonly kind: 'number' | 'text' } | null;
  readonly features: readonly FeatureColumn[];
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
  /** Columns that give the label away, and whether they were kept. */
  readonly leaks: readonly { readonly column: string; readonly why: string; readonly kept: boolean }[];
}

/**
 * Label, group and features of a table: all columns but label, group and those that are left out are features.
 *
 * @throws DpfairError `usage` for columns that are not there, for a label that is the group, is left out, or is not named
 */
export function chooseColumns(
  table: RawTable,
  options: PrepareOptions,
  missingTexts: readonly string[],
): ChosenColumns {
  const { bands, groupAsFeature = false, drop = [], keep = [], text = [] } = options;
  const indexOf = (name: string): number => findColumn(table, name);
  const labelName = options.label ?? table.learning?.label;
  if (labelName === undefined) throw new DpfairError('usage', exampleMessages.noLabel(table.file, table.columns));
  const label = indexOf(labelName);
  const group = options.group === undefined ? null : indexOf(options.group);
  if (label === group) fail(exampleMessages.labelIsGroup(table.file, nameOf(table, label)));
  const asked = new Set(drop.map(indexOf));
  if (asked.has(label)) fail(exampleMessages.labelDropped(table.file, nameOf(table, label)));
  if (group === null && bands !== undefined) fail(exampleMessages.bandsWithoutGroup());
  const kept = new Set(keep.map(indexOf));
  const texts = new Set(text.map(indexOf));
  const leaks = leaksOf(table, kept).filter(({ index }) => index !== label && index !== group && !asked.has(index));
  const leaking = new Set(leaks.filter((leak) => !leak.kept).map(({ index }) => index));
  const marksOf = marksIn(table, options);
  const kindOf = (index: number): 'number' | 'text' =>
    texts.has(index)
      ? 'text'
      : columnKind(table, index, new Set([...missingTexts, ...marksOf(index).map((mark) => mark.text)]));
  const features = table.columns.flatMap((_, index) => {
    const isFeature =
      index !== label && (index !== group || groupAsFeature) && !asked.has(index) && !leaking.has(index);
    return isFeature ? [{ index, kind: kindOf(index), marks: marksOf(index), kept: kept.has(index) }] : [];
  });
  const labelKind = kindOf(label);
  const groupKind = group === null ? 'text' : kindOf(group);
  if (group !== null && bands !== undefined && groupKind === 'text')
    fail(exampleMessages.bandsOfText(table.file, nameOf(table, group)));
  requireNumbers(table, labelKind === 'number' ? [...features, { index: label, kind: labelKind }] : features, options);
  return {
    label: { index: label, kind: labelKind },
    group: group === null ? null : { index: group, kind: groupKind },
    features,
    dropped: [
      ...[...asked].map((index) => ({ column: nameOf(table, index), reason: exampleMessages.reasons.asked })),
      ...leaks.filter((leak) => !leak.kept).map(({ column, why }) => ({ column, reason: why })),
    ],
    leaks,
  };
}

function leaksOf(table: RawTable, kept: ReadonlySet<number>) {
  return Object.entries(table.learning?.leaks ?? {}).flatMap(([column, why]) => {
    const index = table.columns.indexOf(column);
    return index < 0 ? [] : [{ index, column, why, kept: kept.has(index) }];
  });
}

/** Texts in a column of numbers that say something else: those of the options, else those that are known of the table. */
function marksIn(table: RawTable, { marks }: PrepareOptions): (index: number) => FeatureColumn['marks'] {
  const known = Object.entries(table.learning?.marks ?? {});
  const named =
    marks === undefined
      ? known
      : Object.entries(marks).map(([column, text]) => {
          const before = known.find(([name, mark]) => name === column && mark.text === text);
          return [column, before?.[1] ?? { text, name: text }] as const;
        });
  const byIndex = new Map<number, { text: string; name: string }[]>();
  for (const [column, mark] of named) {
    const index = marks === undefined ? table.columns.indexOf(column) : findColumn(table, column);
    byIndex.set(index, [mark]);
  }
  return (index) => byIndex.get(index) ?? [];
}

/** Scales and marks are for features that are numbers, scales for such a label too. */
function requireNumbers(
  table: RawTable,
  features: readonly Pick<FeatureColumn, 'index' | 'kind'>[],
  { scales = {}, marks = {} }: PrepareOptions,
): void {
  const numbers = features.filter(({ kind }) => kind === 'number').map(({ index }) => nameOf(table, index));
  const faults = [
    ...Object.keys(scales).flatMap((name) =>
      numbers.includes(name) ? [] : [exampleMessages.scaleOfNoNumbers(name, numbers)],
    ),
    ...Object.keys(marks).flatMap((name) =>
      numbers.includes(nameOf(table, findColumn(table, name))) ? [] : [exampleMessages.markOfNoNumbers(name, numbers)],
    ),
  ];
  if (faults.length > 0) throw new DpfairError('usage', faults);
}

const nameOf = (table: RawTable, index: number): string => table.columns[index] as string;

function fail(fault: Fault): never {
  throw new DpfairError('usage', fault);
}
