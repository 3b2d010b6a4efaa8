import type { AuditResult } from '@dpfair/result';

/** The rule that is asked of each entity, as it was typed; null where the decision is not a rule. */
export function ruleText(result: Pick<AuditResult, 'cells'>): string | null {
  const rules = result.cells[0]?.pipeline.map(({ parameters: { rule } }) => rule) ?? [];
  return rules.find((rule) => typeof rule === 'string') ?? null;
}
