import type { AuditResult } from '@dpfair/result';

const joining = new Set(['and', 'or', 'xor', 'not']);

/** The rule that is asked of each entity, as it was typed; null where the decision is not a rule. */
export function ruleText(result: Pick<AuditResult, 'cells'>): string | null {
  const rules = result.cells[0]?.pipeline.map(({ parameters: { rule } }) => rule) ?? [];
  return rules.find((rule) => typeof rule === 'string') ?? null;
}

/** The count that a rule names first: the one that `entities.count` holds. Null when there is none. */
export function firstCount(rule: string): string | null {
  const names = rule.match(/(?<![\w.])[A-Za-z_]\w*/g) ?? [];
  return names.find((name) => !joining.has(name)) ?? null;
}
