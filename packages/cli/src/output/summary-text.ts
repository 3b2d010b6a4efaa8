import type { Check, Result } from '@dpfair/result';
import { type painter, printable } from './terminal.js';
import { textTable } from './text-table.js';

/** What a person sees on stdout: one row per cell, the verdict, the checks, and the seed that repeats it. */
export async function summaryText(result: Result, paint: ReturnType<typeof painter>): Promise<string> {
  const { summaryTable, verdict } = await import('@dpfair/report');
  const { columns, rows } = summaryTable(result);
  const [heading = '', ...lines] = textTable(columns, rows).trimEnd().split('\n');
  const checks = result.checks.map((check) => checkLine(check, paint));
  const blocks = [
    [paint(printable(heading), 'bold'), ...lines.map(printable)].join('\n'),
    printable(verdict(result)),
    ...(checks.length > 0 ? [checks.join('\n')] : []),
    ...closing(result),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The seed where numbers depend on it, and whether the run was cut short. */
function closing({ cells, run }: Result): readonly string[] {
  const parts = [
    ...(cells.some(({ method }) => method === 'montecarlo') ? [`seed ${run.seed}`] : []),
    ...(run.interrupted ? ['interrupted: what was done is shown'] : []),
  ];
  return parts.length === 0 ? [] : [parts.join('; ')];
}

const marks = {
  pass: { mark: '✓ pass', colour: 'green' },
  fail: { mark: '✗ FAIL', colour: 'red' },
  inconclusive: { mark: '? inconclusive', colour: 'yellow' },
  'not-applicable': { mark: '- not applicable', colour: 'yellow' },
  error: { mark: '! undefined', colour: 'red' },
} as const;

/** One check as a line: symbol, word, condition and cell, and the interval that was compared with the limit. */
export function checkLine({ id, status, estimate, lower, upper }: Check, paint: ReturnType<typeof painter>): string {
  const { mark, colour } = marks[status];
  const interval = lower === null || upper === null || lower === upper ? '' : ` (${short(lower)} to ${short(upper)})`;
  return `${paint(mark, colour)}  ${printable(id)}: ${estimate === null ? 'no value' : short(estimate)}${interval}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
