import type { AuditResult } from '@dpfair/result';
import { entityView } from '../measure/index.js';

const columns = [
  'mechanism',
  'epsilon',
  'delta',
  'scale',
  'sigma',
  'post',
  'decision',
  'method',
  'id',
  'name',
  'count',
  'truth',
  'bias',
  'standard_error',
  'lower',
  'upper',
  'disparity',
  'dollars',
];

/**
 * Every entity of every cell as CSV, cells and entities in the order of the result: one row each, full precision, missing
 * values empty (`dollars` without a budget, `lower` and `upper` where a result states none). Lines end in CR LF. Text that a spreadsheet could take for a
 * formula (it starts with = + - @, tab or return) gets an apostrophe in front.
 */
export function entityCsv(result: AuditResult): string {
  const lines = [columns.join(',')];
  for (const cell of result.cells) {
    const { mechanism, post, decision, method, entities } = cell;
    const { kind, epsilon, delta, scale, sigma } = mechanism;
    const head = [kind, epsilon, delta, scale, sigma, post, decision, method].map(field);
    for (let index = 0; index < entities.id.length; index += 1) {
      const view = entityView(result, cell, index);
      const tail = [
        view.id,
        entities.name[index] ?? '',
        view.count,
        view.truth,
        view.bias,
        entities.standardError[index] ?? null,
        view.lower,
        view.upper,
        entities.disparity[index] ?? null,
        view.dollars,
      ];
      lines.push([...head, ...tail.map(field)].join(','));
    }
  }
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
