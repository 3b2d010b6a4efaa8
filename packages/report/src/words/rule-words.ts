import type { AuditResult } from '@dpfair/result';

/** The rule file of a statute with its grants and what was switched; null where the decision has none. */
export function statuteText(result: Pick<AuditResult, 'cells'>): string | null {
  const stages = result.cells[0]?.pipeline.map(({ parameters }) => parameters) ?? [];
  const stage = stages.find(({ statute }) => typeof statute === 'string');
  return stage === undefined ? null : Object.values(stage).join('; ');
}

/** The rule that is asked of each entity, as it was typed; null where the decision is not a rule. */
export function ruleText(result: Pick<AuditResult, 'cells'>): string | null {
  const rules = result.cells[0]?.pipeline.map(({ parameters: { rule } }) => rule) ?? [];
  return rules.find((rule) => typeof rule === 'string') ?? null;
}
