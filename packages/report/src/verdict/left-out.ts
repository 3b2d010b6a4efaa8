import type { AuditResult } from '@dpfair/result';
import { formatWhole } from '../format/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';

/** How many rows of the data the verdict does not speak of; null when it speaks of all. No full stop. */
export function leftOutSentence(result: AuditResult): string | null {
  const { skipped } = result.input;
  if (skipped.length > 0) return say.leftOut(formatWhole(skipped.length));
  const warned = result.warnings.some(({ code }) => code === 'rows-unmatched' || code === 'rows-skipped');
  return warned ? say.someLeftOut() : null;
}
