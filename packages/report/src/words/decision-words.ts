import { cleanText } from '../format/index.js';

const known: Readonly<Record<string, string>> = {
  identity: 'none: the counts themselves are released',
  allotment: 'allotment of a whole in proportion to weight times count',
  threshold: 'a rule that is asked of each entity; yes or no',
};

/** What is decided from the released counts, in words; a decision that is not known keeps its own name. */
export function decisionWords(decision: string): string {
  return (Object.hasOwn(known, decision) ? known[decision] : undefined) ?? cleanText(decision);
}
