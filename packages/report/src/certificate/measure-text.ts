import type { AuditResult, Certificate } from '@dpfair/result';
import { formatDollars, formatEpsilon, formatPercent, formatProbability, THIN_SPACE } from '../format/index.js';
import { outcomeUnit } from '../measure/index.js';

/**
 * How a value of the measure of a target is written, unit included. One that would read like the limit though it is not is
 * given the digits that tell them apart, rounded away from what it proves: an upper end up, a lower end down.
 */
export function measureText(result: AuditResult, certificate: Certificate): (value: number | null) => string {
  const { limit } = certificate.target;
  const { write, factor, before = '', after = '' } = unitOf(result, certificate);
  return (value) => {
    const text = write(value);
    // A limit too small for the words of a page keeps the unit of what is compared with it.
    if (value === limit && text.startsWith('less than')) {
      const digits = digitsOf(limit * factor);
      return digits.startsWith('less than') ? text : `${before}${digits}${after}`;
    }
    if (value === null || value <= 0 || value === limit || text !== write(limit)) return text;
    const direction = value < limit ? 'up' : 'down';
    for (let digits = 4; digits <= 15; digits++) {
      const [own, theirs] = [value, limit].map((one) => formatEpsilon(one * factor, direction, digits));
      if (own !== theirs) return `${before}${own}${after}`;
    }
    return text;
  };
}

const digitsOf = (value: number): string => formatEpsilon(Number(value.toPrecision(12)), 'up', 12);

/** How values are written, and for further digits the factor to their unit with what stands around them. */
interface MeasureUnit {
  readonly write: (value: number | null) => string;
  readonly factor: number;
  readonly before?: string;
  readonly after?: string;
}

function unitOf(result: AuditResult, { target, options }: Certificate): MeasureUnit {
  switch (target.measure) {
    case 'alpha': {
      const uppers = options.map(({ smallest, best }) => (smallest ?? best).upper);
      const { text, factor, kind, header } = outcomeUnit(result, [target.limit, ...uppers]);
      if (kind === 'dollars') return { write: text, factor, before: '$' };
      return { write: text, factor, after: `${header.startsWith('%') ? THIN_SPACE : ' '}${header}` };
    }
    case 'cost':
      return { write: formatPercent, factor: 100, after: `${THIN_SPACE}%` };
    case 'dollars':
      return { write: formatDollars, factor: 1, before: '$' };
    case 'false-negative':
    case 'false-positive':
      return { write: formatProbability, factor: 100, after: `${THIN_SPACE}%` };
  }
}
