import type { AuditResult, Certificate } from '@dpfair/result';
import { formatDollars, formatPercent, formatProbability } from '../format/index.js';
import { outcomeUnit } from '../measure/index.js';

/** How a value of the measure of a target is written, unit included. */
export function measureText(result: AuditResult, { target, options }: Certificate): (value: number | null) => string {
  switch (target.measure) {
    case 'alpha': {
      const uppers = options.map(({ smallest, best }) => (smallest ?? best).upper);
      return outcomeUnit(result, [target.limit, ...uppers]).text;
    }
    case 'cost':
      return formatPercent;
    case 'dollars':
      return formatDollars;
    case 'false-negative':
    case 'false-positive':
      return formatProbability;
  }
}
