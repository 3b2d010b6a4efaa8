import type { MitigationResult } from '@dpfair/result';
import { postWords } from '../../words/index.js';
import type { Comparison, MitigationRow } from '../views.js';

/** A mitigation as a mark of the frontier. */
export interface FrontierPoint {
  readonly label: string;
  /** What is paid, in the unit of the horizontal axis. */
  readonly price: number;
  readonly gap: number;
  readonly lower: number;
  readonly upper: number;
  readonly efficient: boolean;
  /** Whether it can be paid out, and takes no more privacy. */
  readonly payable: boolean;
  readonly shape: string;
}

/** The horizontal axis: money beyond the budget, wrong grants, or privacy where there is no other price. */
export type PriceAxis = 'share' | 'dollars' | 'wrong-yes' | 'epsilon';

export function priceAxis({ unit, budgetDollars }: MitigationResult): PriceAxis {
  if (unit === 'probability') return 'wrong-yes';
  if (unit !== 'share') return 'epsilon';
  return budgetDollars === null ? 'share' : 'dollars';
}

const shapes: Readonly<Record<string, string>> = {
  none: 'square',
  'post-processing': 'circle',
  substitute: 'triangle-up',
  money: 'cross',
  privacy: 'diamond',
};

/** The marks of one budget, the widest gap first; mitigations without a gap or a price are left out. */
export function frontierPoints({ rows }: Comparison, axis: PriceAxis): readonly FrontierPoint[] {
  return rows
    .flatMap((row): FrontierPoint[] => {
      const { estimate, lower, upper } = row.cell.alpha;
      const price = priceOf(row, axis);
      if (estimate === null || price === null) return [];
      const { id, change, efficient, payable } = row.mitigation;
      return [
        {
          label: postWords(id).label,
          price,
          gap: estimate,
          lower: lower ?? estimate,
          upper: upper ?? estimate,
          efficient,
          payable: payable && change !== 'privacy',
          shape: shapes[change] as string,
        },
      ];
    })
    .sort((first, second) => second.gap - first.gap);
}

/** A price whose interval holds 0 is none, and money that is left over is no price. */
function priceOf({ mitigation: { price, epsilon } }: MitigationRow, axis: PriceAxis): number | null {
  if (axis === 'epsilon') return epsilon;
  if (price === null) return null;
  const isFree = axis !== 'wrong-yes' && price.lower <= 0;
  const amount = axis === 'dollars' ? price.dollars : price.estimate;
  return isFree ? 0 : amount;
}
