import type { TextTable } from '@dpfair/report';
import type { Check, Result } from '@dpfair/result';
import { progressMessages } from '../messages/progress.js';
import { summaryMessages } from '../messages/summary.js';
import { resultFacts } from './result-facts.js';
import { type painter, printableLine } from './terminal.js';
import { textTable } from './text-table.js';

/** What a person sees on stdout: one row per cell, the verdict, the checks, and the seed that repeats it. */
export async function summaryText(result: Result, paint: ReturnType<typeof painter>): Promise<string> {
  const { terminalBlocks } = await import('@dpfair/report');
  const checks = result.checks.map((check) => checkLine(check, paint));
  const blocks = [
    ...terminalBlocks(result).map((block) =>
      typeof block === 'string' ? printableLine(block) : tableText(block, paint),
    ),
    ...(checks.length > 0 ? [checks.join('\n')] : []),
    ...closing(result),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableText({ columns, rows }: TextTable, paint: ReturnType<typeof painter>): string {
  const printableRows = rows.map((row) => row.map(printableLine));
  const [heading = '', ...lines] = textTable(columns.map(printableLine), printableRows).trimEnd().split('\n');
  return [paint(heading, 'bold'), ...lines].join('\n');
}

/** The seed where numbers depend on it, and whether the run was cut short. */
function closing(result: Result): readonly string[] {
  const { run } = result;
  const parts = [
    ...(resultFacts(result).drawn ? [progressMessages.seed(printableLine(run.seed))] : []),
    ...(run.interrupted ? [summaryMessages.interrupted] : []),
  ];
  return parts.length === 0 ? [] : [parts.join('; ')];
}

const colours = {
  pass: 'green',
  fail: 'red',
  inconclusive: 'yellow',
  'not-applicable': 'yellow',
  error: 'red',
} as const;

/** One check as a line: symbol, word, condition and cell, and the interval that was compared with the limit. */
export function checkLine({ id, status, estimate, lower, upper }: Check, paint: ReturnType<typeof painter>): string {
  const interval = lower === null || upper === null || lower === upper ? '' : ` (${short(lower)} to ${short(upper)})`;
  return `${paint(summaryMessages.marks[status], colours[status])}  ${printableLine(id)}: ${estimate === null ? summaryMessages.noValue : short(estimate)}${interval}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
