import type { Measured, TrainingRemedy, TrainingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatInterval, formatNumber, MISSING } from '../../format/index.js';
import { remedyMessages as say } from '../../messages/training/remedy-messages.js';
import { sentence } from '../../words/index.js';
import { type RemedyComparison, remedyComparisons } from '../remedies.js';
import { remedyWords } from '../words/remedy-words.js';

/** Groups that have a column: of more those that bear most and least without a remedy. */
const MOST_COLUMNS = 8;

/** What remedies do to each group of one comparison: a row a remedy, a column a group. */
export interface RemedyGroups {
  readonly groups: readonly string[];
  /** How many groups there are. */
  readonly of: number;
  /** Excessive risk; plain private training first. */
  readonly risks: TextTable;
  /** Excessive risk with the remedy minus without; a row for each remedy. */
  readonly changes: TextTable;
}

/** What the remedies of a comparison do to each group. */
export function remedyGroups({ runs }: TrainingResult, { remedies }: RemedyComparison): RemedyGroups {
  const [plain, ...others] = remedies;
  const outcomes = (plain === undefined ? undefined : runs[plain.run]?.groups) ?? [];
  const places = [...outcomes.keys()].sort((one, other) => riskAt(other) - riskAt(one));
  function riskAt(place: number): number {
    return outcomes[place]?.excessiveRisk.estimate ?? Number.NEGATIVE_INFINITY;
  }
  const half = MOST_COLUMNS / 2;
  const few = places.length > MOST_COLUMNS ? [...places.slice(0, half), ...places.slice(-half)] : places;
  const groups = few.sort((one, other) => one - other).map((place) => outcomes[place]?.group ?? '');
  const row = (remedy: TrainingRemedy, of: (group: string) => Measured | undefined) => [
    sentence(remedyWords(remedy.id).label),
    ...groups.map((group) => {
      const found = of(group);
      return found === undefined ? MISSING : formatInterval(found.estimate, found.lower, found.upper, formatNumber);
    }),
  ];
  const risk = (remedy: TrainingRemedy) => (name: string) =>
    runs[remedy.run]?.groups.find(({ group }) => group === name)?.excessiveRisk;
  const change = (remedy: TrainingRemedy) => (name: string) =>
    remedy.changes?.find(({ group }) => group === name)?.excessiveRisk;
  const columns = [sentence(say.remedy()), ...groups.map((group) => cleanText(group))];
  return {
    groups,
    of: outcomes.length,
    risks: { columns, rows: remedies.map((remedy) => row(remedy, risk(remedy))) },
    changes: { columns, rows: others.map((remedy) => row(remedy, change(remedy))) },
  };
}

/** Excessive risk of each group under each remedy, for a terminal: a table a budget. */
export function remedyRiskTables(result: TrainingResult): readonly TextTable[] {
  return remedyComparisons(result).map((comparison) => {
    const { risks } = remedyGroups(result, comparison);
    const [first = '', ...groups] = risks.columns;
    return { columns: [first, ...groups.map((group) => sentence(say.riskOf(group)))], rows: risks.rows };
  });
}
