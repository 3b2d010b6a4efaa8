import type { AuditResult, Certificate, TargetOption } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { cleanText, formatPlain, MISSING } from '../format/index.js';
import { certificateWords as say } from '../messages/certificate-messages.js';
import { methodWords } from '../words/index.js';
import { noiseNames } from '../words/noise-names.js';
import { epsilonText } from './epsilon-text.js';
import { measureText } from './measure-text.js';

/** What every mechanism and post-processing can do for the target, a row each. */
export function certificateTable(result: AuditResult, certificate: Certificate): TextTable {
  const write = measureText(result, certificate);
  return { columns: say.options(), rows: certificate.options.map((option) => rowOf(option, write)) };
}

function rowOf(option: TargetOption, write: (value: number | null) => string): readonly string[] {
  const { kind, post, status, smallest, below, holdsAbove, settled, mechanism, best } = option;
  const names = [noiseNames[kind].label, cleanText(post), say.statuses[status]];
  if (smallest === null) return [...names, MISSING, MISSING, write(best.upper), MISSING, MISSING, methodWords(option)];
  const total = mechanism?.total.epsilon ?? null;
  const larger = holdsAbove
    ? say.largerHold()
    : settled === null
      ? say.largerFail()
      : say.largerSettle(epsilonText(settled.epsilon, 'up'));
  return [
    ...names,
    epsilonText(smallest.epsilon, 'up'),
    total === null ? MISSING : epsilonText(total, 'up'),
    write(smallest.upper),
    below === null ? say.noSmaller() : say.nextSmaller(epsilonText(below.epsilon, 'down'), say.verdicts[below.verdict]),
    larger,
    methodWords(option),
  ];
}

/** The budgets that were tried first, in ascending order. */
export function scanTable(result: AuditResult, certificate: Certificate, { scan }: TargetOption): TextTable {
  const write = measureText(result, certificate);
  const rows = scan.map(({ epsilon, verdict, estimate, lower, upper }) => [
    formatPlain(epsilon),
    say.verdicts[verdict],
    write(estimate),
    write(lower),
    write(upper),
  ]);
  return { columns: say.scan(), rows };
}
