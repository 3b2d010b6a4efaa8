// 20 USC 6333(a)(1)(B) and (a)(4); 20 USC 6337(b)(1)(A) and (b)(2).

import type { Clauses } from '../law/clauses.js';
import type { ExpenditureFactor, StateFactors, Title1Statute } from '../law/statute.js';
import type { StateFacts } from './states.js';

/** Spending on a pupil in the nation: the mean over the states that are here, rounded to cents, without Puerto Rico. */
export function nationalExpenditure({ expenditure, isPuertoRico }: StateFacts): number {
  const states = [...(expenditure ?? [])].filter((_, s) => !isPuertoRico[s]);
  return Math.round((100 * states.reduce((a, b) => a + b, 0)) / states.length) / 100;
}

/**
 * Dollars for each weighted child, by state: a percentage of the state's spending on a pupil, within bounds around the nation's. Puerto
 * Rico: the lower bound times its spending as a part of the lowest state's, at least the statute's percentage and at most all of it.
 * All 1 without spending.
 */
export function expenditureFactors(
  facts: StateFacts,
  { percentOfState, leastPercent, mostPercent }: ExpenditureFactor,
  { puertoRico }: Title1Statute,
  clauses: Clauses,
): Float64Array {
  const { expenditure, isPuertoRico } = facts;
  if (expenditure === null || !clauses.expenditure) return new Float64Array(isPuertoRico.length).fill(1);
  const national = nationalExpenditure(facts);
  const lowest = expenditure.reduce((low, spent, s) => (isPuertoRico[s] ? low : Math.min(low, spent)), Infinity);
  return expenditure.map((spent, s) => {
    if (isPuertoRico[s] && clauses['puerto-rico'] && Number.isFinite(lowest)) {
      const part = Math.min(1, Math.max(spent / lowest, puertoRico.leastPercentOfLowest / 100));
      return (part * leastPercent * national) / 100;
    }
    const own = (percentOfState * spent) / 100;
    if (!clauses['expenditure-bounds'] || !Number.isFinite(national)) return own;
    return Math.min(Math.max(own, (leastPercent * national) / 100), (mostPercent * national) / 100);
  });
}

/**
 * What a formula child of a state counts in the allotment of states: effort x (1.30 - equity factor). Effort is the state's spending over
 * its income, relative to the nation's, within bounds; 1 without both. Puerto Rico has the lowest effort of all states.
 */
export function stateMultipliers(facts: StateFacts, rule: StateFactors, clauses: Clauses): Float64Array {
  const { expenditure, income, equity, isPuertoRico } = facts;
  const efforts = new Float64Array(isPuertoRico.length).fill(1);
  if (clauses.effort && expenditure !== null && income !== null) {
    const incomes = [...income].filter((_, s) => !isPuertoRico[s]);
    const nationalIncome = incomes.reduce((a, b) => a + b, 0) / incomes.length;
    const national = nationalExpenditure(facts);
    for (let s = 0; s < efforts.length; s++) {
      const effort = ((expenditure[s] as number) * nationalIncome) / ((income[s] as number) * national);
      efforts[s] = Math.min(Math.max(effort, rule.effortLeast), rule.effortMost);
    }
    const lowest = efforts.reduce((low, effort, s) => (isPuertoRico[s] ? low : Math.min(low, effort)), Infinity);
    if (Number.isFinite(lowest))
      isPuertoRico.forEach((puertoRico, s) => {
        if (puertoRico) efforts[s] = lowest;
      });
  }
  return efforts.map((effort, s) => effort * (clauses.equity ? rule.equityOffset - (equity[s] as number) : 1));
}
