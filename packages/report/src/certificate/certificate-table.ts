import type { AuditResult, Certificate, TargetOption } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, formatEpsilon, MISSING } from '../format/index.js';
import { certificateWords as say } from '../messages/certificate-messages.js';
import { methodWords } from '../words/index.js';
import { noiseNames } from '../words/noise-names.js';
import { largerOnes } from './larger-ones.js';
import { measureText } from './measure-text.js';

/** What every mechanism and post-processing can do for the target, a row each. */
export function certificateTable(result: AuditResult, certificate: Certificate): TextTable {
  const write = measureText(result, certificate);
  const { options, chosen } = certificate;
  const withNeeds = options.some(({ assumes = [] }) => assumes.length > 0);
  const isChosen = (k: number) => options.length > 1 && k === chosen;
  return {
    columns: say.options(withNeeds),
    rows: options.map((option, k) => rowOf(option, isChosen(k), withNeeds, write)),
  };
}

function rowOf(
  option: TargetOption,
  isChosen: boolean,
  withNeeds: boolean,
  write: (value: number | null) => string,
): readonly string[] {
  const { kind, post, status, smallest, below, holdsAbove, settled, mechanism, best, assumes = [] } = option;
  const told = isChosen ? say.statusChosen(say.statuses[status]) : say.statuses[status];
  const names = [noiseNames[kind].label, cleanText(post), told];
  const needs = withNeeds ? [assumes.length === 0 ? say.notNeeded() : cleanText(assumes.join('; '))] : [];
  if (smallest === null)
    return [...names, MISSING, MISSING, write(best.upper), MISSING, MISSING, ...needs, methodWords(option)];
  const total = mechanism?.total.epsilon ?? null;
  const larger = holdsAbove
    ? say.largerHold()
    : settled === null
      ? largerOnes(option).lastMisses
        ? say.largerFail()
        : say.largerOpen()
      : say.largerSettle(formatEpsilon(settled.epsilon, 'up'));
  return [
    ...names,
    formatEpsilon(smallest.epsilon, 'up'),
    total === null ? MISSING : formatEpsilon(total, 'up'),
    write(smallest.upper),
    below === null
      ? say.noSmaller()
      : say.nextSmaller(formatEpsilon(below.epsilon, 'down'), say.verdicts[below.verdict]),
    larger,
    ...needs,
    methodWords(option),
  ];
}

/** The budgets that were tried first, in ascending order. */
export function scanTable(result: AuditResult, certificate: Certificate, { scan }: TargetOption): TextTable {
  const write = measureText(result, certificate);
  const rows = scan.map(({ epsilon, verdict, estimate, lower, upper }) => [
    formatEpsilon(epsilon),
    say.verdicts[verdict],
    write(estimate),
    write(lower),
    write(upper),
  ]);
  return { columns: say.scan(), rows };
}
