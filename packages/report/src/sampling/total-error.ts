import type { AuditResult } from '@dpfair/result';
import { formatDollars, formatNumber, formatPercent, MISSING } from '../format/index.js';
import { samplingWords as say } from '../messages/sampling-messages.js';
import { countNoun } from '../words/index.js';

/**
 * How a page speaks of the sum of absolute errors: of shares half of it is what goes to the wrong entities, because what one
 * entity gets too much another gets too little.
 */
export interface TotalError {
  /** What it is, for a column or an axis. */
  readonly measure: string;
  /** Its unit, in a word or two. */
  readonly header: string;
  /** From the unit of the data. */
  readonly factor: number;
  /** A value in the unit of the data, for a table. */
  readonly cell: (value: number | null) => string;
  /** The same in a sentence: with its unit. */
  readonly text: (value: number) => string;
  /** What such an error does, for a sentence: 'sends $3 million to the wrong entities'. */
  readonly does: (value: number) => string;
}

export function totalError(result: AuditResult): TotalError {
  switch (result.unit) {
    case 'probability': {
      const cell = (value: number | null) => formatNumber(value);
      return {
        measure: say.wrongAnswers(),
        header: say.answers(),
        factor: 1,
        cell,
        text: cell,
        does: (value) => say.answersWrongly(cell(value)),
      };
    }
    case 'count': {
      const noun = countNoun(result);
      const text = (value: number) => `${formatNumber(value)} ${noun}`;
      return {
        measure: say.sumOfErrors(noun),
        header: noun,
        factor: 1,
        cell: (value) => formatNumber(value),
        text,
        does: (value) => say.misstates(text(value)),
      };
    }
    case 'seats': {
      const cell = (value: number | null) => formatNumber(half(value));
      return {
        measure: say.seatsElsewhere(),
        header: say.seats(),
        factor: 0.5,
        cell,
        text: cell,
        does: (value) => say.movesSeats(cell(value)),
      };
    }
    case 'share':
      return ofShares(result.budgetDollars);
  }
}

function ofShares(budget: number | null): TotalError {
  const percent = (value: number | null) => formatPercent(half(value));
  if (budget === null || !(budget > 0)) {
    const does = (value: number) => say.movesShares(percent(value));
    return {
      measure: say.sharesElsewhere(say.ofTheWhole()),
      header: say.ofTheWhole(),
      factor: 50,
      cell: percent,
      text: percent,
      does,
    };
  }
  const dollars = (value: number | null) => (value === null ? MISSING : formatDollars((value / 2) * budget));
  return {
    measure: say.sharesElsewhere(say.dollars()),
    header: say.dollars(),
    factor: budget / 2,
    cell: dollars,
    text: dollars,
    does: (value) => say.movesShares(`${dollars(value)} (${percent(value)} of the budget)`),
  };
}

const half = (value: number | null) => (value === null ? null : value / 2);
