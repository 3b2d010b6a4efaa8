import type { Cell } from '@dpfair/result';
import { answerView } from '../../measure/index.js';
import { compositionMessages as say } from '../../messages/figures/distance-messages.js';
import { FARTHEST } from '../distance/one-comparison.js';

/** One line: a part of the rule, or the whole. */
export interface CompositionLine {
  readonly name: string;
  /** Expected number of wrong answers over all entities. */
  readonly wrong: number;
  /** Mean probability of a wrong answer by the middle of a range of distances; ranges without entities are left out. */
  readonly points: readonly { readonly distance: number; readonly entities: number; readonly mean: number }[];
}

/** More parts than this have no colours of their own. */
const MOST_PARTS = 5;

/** Width of a range of distances, in standard deviations. */
export const WIDTH = 0.5;

/** The parts of a rule and the whole, against the distance of the whole; null where it has not two to five parts with probabilities. */
export function compositionLines(cell: Cell): readonly CompositionLine[] | null {
  const { distance, events, truth } = cell.entities;
  if (distance === undefined || events === undefined || events.length < 2 || events.length > MOST_PARTS) return null;
  const whole = truth.map((_, index) => answerView(cell, index).wrong);
  const parts = events.map(({ name, ...event }) => ({
    name,
    wrong: event.probability.map((yes, index) =>
      yes === null ? null : Math.abs(yes - (event.truth[index] as number)),
    ),
  }));
  const all = [...parts, { name: say.whole(), wrong: whole }];
  if (all.some(({ wrong }) => wrong.includes(null))) return null;
  return all.map(({ name, wrong }) => {
    const known = wrong as readonly number[];
    return { name, wrong: known.reduce((sum, one) => sum + one, 0), points: means(distance, known) };
  });
}

function means(distance: readonly (number | null)[], wrong: readonly number[]): CompositionLine['points'] {
  const ranges = Array.from({ length: Math.round((2 * FARTHEST) / WIDTH) }, (_, k) => -FARTHEST + k * WIDTH);
  return ranges.flatMap((from) => {
    const inside = wrong.filter((_, index) => {
      const at = distance[index] ?? null;
      return at !== null && at >= from && at < from + WIDTH;
    });
    const mean = inside.reduce((sum, one) => sum + one, 0) / inside.length;
    return inside.length === 0 ? [] : [{ distance: from + WIDTH / 2, entities: inside.length, mean }];
  });
}
