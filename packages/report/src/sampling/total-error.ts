import type { AuditResult, Harm } from '@dpfair/result';
import { formatDollars, formatInterval, formatNumber, formatPercent, MISSING } from '../format/index.js';
import { samplingWords as say } from '../messages/sampling-messages.js';
import { countNoun } from '../words/index.js';

/** A sum of absolute errors. */
type Total = Harm['absolute'];

/** A simulation that saw no error at all knows no more than that it is rare. */
export function totalText({ estimate, upper }: Total, write: (value: number) => string): string {
  return estimate === 0 && upper !== null && upper > 0 ? say.atMost(write(upper)) : write(estimate ?? 0);
}

/** The same with its interval, where that is wider than the last digit. */
export function totalWithRange(total: Total, write: (value: number | null) => string): string {
  const { estimate, lower, upper } = total;
  return estimate === 0 ? totalText(total, write) : formatInterval(estimate, lower, upper, write);
}

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
  readonly does: (total: Total) => string;
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
        does: (total) => say.answersWrongly(totalText(total, cell)),
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
        does: (total) => say.misstates(totalText(total, text)),
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
        does: (total) => say.movesSeats(totalText(total, cell)),
      };
    }
    case 'share':
      return ofShares(result.budgetDollars);
  }
}

function ofShares(budget: number | null): TotalError {
  const percent = (value: number | null) => formatPercent(half(value));
  if (budget === null || !(budget > 0)) {
    const does = (total: Total) => say.movesShares(totalText(total, percent));
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
    does: (total) => say.movesShares(say.inDollars(totalText(total, dollars), totalText(total, percent))),
  };
}

const half = (value: number | null) => (value === null ? null : value / 2);
