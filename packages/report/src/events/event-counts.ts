import type { EventOfCell } from '@dpfair/result';

/** What noise does to the answers of one question. */
export interface EventCounts {
  /** Entities with a yes without noise. */
  readonly yes: number;
  /** Of these, the expected number with a no. */
  readonly lose: number;
  /** Of these, the number whose chance of a no is above one in a hundred. */
  readonly mayLose: number;
  /** Of the others, the expected number with a yes. */
  readonly gain: number;
  /** Entities whose answer may change, by falling chance of that: those with a yes, and the others. */
  readonly losers: readonly number[];
  readonly gainers: readonly number[];
}

const NEARLY_SURE = 0.99;
/** Chances below this are not worth a line of a table. */
const VISIBLE = 1e-6;

/** Chance of the answer that an entity does not have; null where it is not known. */
export const chanceOfOther = ({ truth, probability }: EventOfCell, index: number): number | null => {
  const yes = probability[index] ?? null;
  return yes === null ? null : truth[index] === 1 ? 1 - yes : yes;
};

export function eventCounts(event: EventOfCell): EventCounts {
  const chance = (index: number) => chanceOfOther(event, index) ?? 0;
  const all = event.truth.map((_, index) => index);
  const entitled = all.filter((index) => event.truth[index] === 1);
  const others = all.filter((index) => event.truth[index] !== 1);
  const total = (indices: readonly number[]) => indices.reduce((sum, index) => sum + chance(index), 0);
  const byChance = (indices: readonly number[]) =>
    indices.filter((index) => chance(index) >= VISIBLE).sort((a, b) => chance(b) - chance(a) || a - b);
  return {
    yes: entitled.length,
    lose: total(entitled),
    mayLose: entitled.filter((index) => (event.probability[index] ?? 1) < NEARLY_SURE).length,
    gain: total(others),
    losers: byChance(entitled),
    gainers: byChance(others),
  };
}
