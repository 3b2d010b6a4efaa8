import type { MitigationResult } from '@dpfair/result';
import type { FrontierMark } from '../../figures/frontier/frontier-mark.js';
import { postWords } from '../../words/index.js';
import type { Comparison, MitigationRow } from '../views.js';

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

/** The marks of one budget, the most harm first; mitigations without harm or a price that is known are left out. */
export function frontierPoints({ rows }: Comparison, axis: PriceAxis): readonly FrontierMark[] {
  return rows
    .flatMap((row): FrontierMark[] => {
      const { estimate, lower, upper } = axis === 'wrong-yes' ? wrongRefusals(row) : row.cell.alpha;
      const price = priceOf(row, axis);
      if (estimate === null || price === null) return [];
      const { id, change, efficient, payable } = row.mitigation;
      return [
        {
          label: postWords(id).label,
          price,
          harm: estimate,
          lower: lower ?? estimate,
          upper: upper ?? estimate,
          efficient,
          joined: efficient && payable && change !== 'privacy',
          shape: shapes[change] as string,
          warned: false,
        },
      ];
    })
    .sort((first, second) => second.harm - first.harm);
}

/** Entitled entities that are told no, as expected. */
function wrongRefusals({ cell: { falseRates } }: MitigationRow) {
  const rate = falseRates?.overall.falseNegative;
  if (rate === undefined || rate.wrong === null) return { estimate: null, lower: null, upper: null };
  const { entities, wrong, lower, upper } = rate;
  return { estimate: wrong, lower: lower && lower * entities, upper: upper && upper * entities };
}

/** A price whose interval holds 0 is none, and money that is left over is no price. */
function priceOf({ mitigation: { price, epsilon } }: MitigationRow, axis: PriceAxis): number | null {
  if (axis === 'epsilon') return epsilon;
  if (price === null) return null;
  const isFree = axis !== 'wrong-yes' && price.lower <= 0;
  const amount = axis === 'dollars' ? price.dollars : price.estimate;
  return isFree ? 0 : amount;
}
