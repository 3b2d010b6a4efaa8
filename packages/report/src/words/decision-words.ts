import type { AuditResult } from '@dpfair/result';
import { cleanText, formatWhole } from '../format/index.js';
import { seatDecisionMessages } from '../messages/events/seat-messages.js';

const known: Readonly<Record<string, string>> = {
  identity: 'none: the counts themselves are released',
  language:
    'language assistance in elections for pairs of an area and a language; yes or no by the clauses of a rule file',
  threshold: 'a rule that is asked of each entity; yes or no',
  title1: 'grants of Title I, part A, to school districts, by the formulas of the statute',
};

/** Whether the result weights its counts: without a mapped weight every count has the same. */
export function weighted({ input }: Pick<AuditResult, 'input'>): boolean {
  return input.columns.weight !== undefined;
}

/** What an allotment is in proportion to. */
export function proportionWords(result: Pick<AuditResult, 'input'>): string {
  return weighted(result) ? 'weight times count' : 'the count';
}

/** What is decided from the released counts, in words; a decision that is not known keeps its own name. */
export function decisionWords(result: Pick<AuditResult, 'decision' | 'input' | 'cells'>): string {
  const { decision } = result;
  if (decision === 'apportionment') return houseWords(result);
  if (decision === 'allotment') return `allotment of a whole in proportion to ${proportionWords(result)}`;
  return (Object.hasOwn(known, decision) ? known[decision] : undefined) ?? cleanText(decision);
}

/** Methods that give everyone a seat. */
const atLeastOne: readonly unknown[] = ['huntington-hill', 'adams'];

function houseWords({ cells }: Pick<AuditResult, 'cells'>): string {
  const stage = cells[0]?.pipeline.find(({ name }) => name === 'apportionment');
  const { seats, method } = stage?.parameters ?? {};
  if (typeof seats !== 'number' || typeof method !== 'string') return seatDecisionMessages.unknownHouse();
  return seatDecisionMessages.house(formatWhole(seats), cleanText(method), atLeastOne.includes(method));
}
