import type { Warning } from '@dpfair/result';
import type { DecisionInput, InputFindings } from '../../decision.js';
import { title1Warnings } from '../../messages/title1-messages.js';
import { previousRole } from './kernel/formula-run.js';
import { stateFacts } from './kernel/states.js';
import type { Title1Terms } from './law/terms.js';

/** Clauses that these columns do not suffice for, each with what is done instead. */
export function examineDistricts(input: DecisionInput, { clauses, grants, statute }: Title1Terms): InputFindings {
  const { fixed } = input;
  // What is refused of states is refused here, where the lines of the file are known.
  stateFacts(input, statute);
  const warnings: Warning[] = [];
  const states = statute.grants.efig.states;
  const incentive = grants.includes('efig') && states !== null;
  if (clauses.expenditure && fixed.expenditure === undefined) warnings.push(title1Warnings.noExpenditure);
  if (incentive && clauses.effort && fixed.expenditure !== undefined && fixed.income === undefined)
    warnings.push(title1Warnings.noIncome);
  if (incentive && (clauses.equity || clauses.brackets) && fixed.equity === undefined)
    warnings.push(title1Warnings.noEquity(states.equityDefault));
  const isGiven = (grant: (typeof grants)[number]) =>
    fixed[previousRole(grant)] !== undefined || (grants.length === 1 && fixed.previous !== undefined);
  if (clauses['hold-harmless'] && !grants.every(isGiven)) warnings.push(title1Warnings.previousIsTruth);
  return { warnings, mismatches: [] };
}
