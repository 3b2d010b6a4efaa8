import type { Encoding, Examples, Warning } from '@dpfair/result';
import type { ChosenColumns } from './columns/choose-columns.js';
import { exampleMessages } from './messages.js';

/** What is to be warned of. */
interface Preparation {
  readonly chosen: ChosenColumns;
  readonly encoding: Encoding;
  readonly training: Examples;
  readonly test: Examples | null;
  /** Whether the radius of the features was taken from the training rows. */
  readonly radiusFromRows: boolean;
}

/** The warnings of a preparation, those of reading the rows apart: columns left out, leaks, scales that are not private, groups. */
export function preparationWarnings({ chosen, encoding, training, test, radiusFromRows }: Preparation): Warning[] {
  const asked: string = exampleMessages.reasons.asked;
  const leaking = new Set(chosen.leaks.map(({ column }) => column));
  const dropped = encoding.dropped.filter(({ column, reason }) => reason !== asked && !leaking.has(column));
  const scaled = [
    ...encoding.columns.flatMap((column) =>
      column.kind === 'number' && column.scaledBy === 'training' ? [column.column] : [],
    ),
    ...(encoding.label.scaling?.scaledBy === 'training' ? [encoding.label.column] : []),
  ];
  const untested = test === null ? [] : groupsWithout(test);
  const pure = encoding.label.scaling === null ? oneClassGroups(training) : [];
  return [
    ...(dropped.length === 0 ? [] : [exampleMessages.dropped(dropped)]),
    ...chosen.leaks.map(({ column, why, kept }) =>
      kept ? exampleMessages.leakKept(column, why) : exampleMessages.leakDropped(column, why),
    ),
    ...(scaled.length === 0 && !radiusFromRows ? [] : [exampleMessages.notPrivate(scaled, radiusFromRows)]),
    ...(untested.length === 0 ? [] : [exampleMessages.noTestRows(untested)]),
    ...(pure.length === 0 ? [] : [exampleMessages.oneClassGroups(pure)]),
  ];
}

function groupsWithout({ group, groupNames }: Examples): string[] {
  const present = new Set(group);
  return groupNames.filter((_, place) => !present.has(place));
}

function oneClassGroups({ group, groupNames, target }: Examples): string[] {
  const classes = groupNames.map(() => new Set<number>());
  group.forEach((place, row) => {
    classes[place]?.add(target[row] as number);
  });
  return groupNames.filter((_, place) => classes[place]?.size === 1);
}
