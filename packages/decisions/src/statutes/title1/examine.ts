import type { Warning } from '@dpfair/result';
import type { DecisionInput, ImpossibleCounts, InputFindings } from '../../decision.js';
import { equityOutOfRange, title1Warnings } from '../../messages/title1-messages.js';
import { previousRole } from './kernel/formula-run.js';
import { stateFacts } from './kernel/states.js';
import type { GrantName, Title1Statute } from './law/statute.js';
import type { Title1Terms } from './law/terms.js';

/** Clauses that these columns do not suffice for, numbers of the statute that nobody read, and rows that cannot be. */
export function examineDistricts(input: DecisionInput, { clauses, grants, statute }: Title1Terms): InputFindings {
  const { fixed } = input;
  // What is refused of states is refused here, where the lines of the file are known.
  stateFacts(input, statute);
  const warnings: Warning[] = [];
  const states = statute.grants.efig?.states ?? null;
  const incentive = grants.includes('efig') && states !== null;
  if (incentive && (clauses.equity || clauses.brackets)) requireEquity(fixed.equity ?? null, states.equityOffset);
  if (clauses.expenditure && fixed.expenditure === undefined) warnings.push(title1Warnings.noExpenditure);
  if (incentive && clauses.effort && fixed.expenditure !== undefined && fixed.income === undefined)
    warnings.push(title1Warnings.noIncome);
  if (incentive && (clauses.equity || clauses.brackets) && fixed.equity === undefined)
    warnings.push(title1Warnings.noEquity(states.equityDefault));
  const isGiven = (grant: (typeof grants)[number]) =>
    fixed[previousRole(grant)] !== undefined || (grants.length === 1 && fixed.previous !== undefined);
  if (clauses['hold-harmless'] && !grants.every(isGiven)) warnings.push(title1Warnings.previousIsTruth);
  const unconfirmed = unconfirmedOf(statute, grants);
  if (unconfirmed.length > 0) warnings.push(title1Warnings.unconfirmed(statute.name, unconfirmed));
  return { warnings, mismatches: [], impossible: moreThanAll(input) };
}

/** The statute multiplies by the offset minus the factor, which must stay above 0. */
function requireEquity(factors: Float64Array | null, offset: number): void {
  factors?.forEach((factor, row) => {
    if (!(factor >= 0 && factor < offset)) throw equityOutOfRange(factor, offset, row);
  });
}

/** Keys of the grants that are made, and of what all share. */
const unconfirmedOf = ({ unconfirmed = [] }: Title1Statute, grants: readonly GrantName[]): readonly string[] =>
  unconfirmed.filter((key) => !key.startsWith('grants.') || grants.includes(key.split('.')[1] as GrantName));

/** Rows where formula children are more than all children. */
function moreThanAll({ counts, fixed }: DecisionInput): readonly ImpossibleCounts[] {
  const count = counts.count as Float64Array;
  const children = (counts.children ?? fixed.children) as Float64Array;
  const entities: number[] = [];
  count.forEach((own, i) => {
    if (own > (children[i] as number)) entities.push(i);
  });
  return entities.length === 0 ? [] : [{ part: 'count', whole: 'children', entities }];
}
