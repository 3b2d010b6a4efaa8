import { lineAt } from './line-at.mjs';

/** @typedef {{ budget: number, tests: { id: string, falseAlarm: number, checks: string }[] }} Ledger */

/**
 * What is wrong between the ledger of statistical tests and the test files: rates over the budget, an id listed twice,
 * an id that no test file or more than one registers, a registered id that is not listed or not a literal.
 *
 * @param {Ledger} ledger
 * @param {Pick<import('./read-house.mjs').SourceFile, 'path' | 'code' | 'literals'>[]} files
 * @returns {string[]}
 */
export function ledgerFaults(ledger, files) {
  const faults = [];
  const total = ledger.tests.reduce((sum, { falseAlarm }) => sum + falseAlarm, 0);
  if (!(total <= ledger.budget * (1 + 1e-12))) faults.push(`sum of rates: ${total} (allowed: <= ${ledger.budget})`);
  /** @type {Map<string, string[]>} */
  const uses = new Map(ledger.tests.map(({ id }) => [id, []]));
  if (uses.size < ledger.tests.length) faults.push('ids: listed twice (allowed: once each)');
  for (const { id, falseAlarm, checks } of ledger.tests) {
    if (!(falseAlarm > 0)) faults.push(`${id}: rate ${falseAlarm} (allowed: > 0)`);
    if (checks === '') faults.push(`${id}: no claim (allowed: what the test checks)`);
  }
  for (const { path, code, literals } of files) {
    for (const match of code.matchAll(/\bstatisticalTest\s*(?:<[^()]*>)?\(\s*\{\s*id:\s*/g)) {
      const at = match.index + match[0].length;
      const id = literals.find(({ start }) => start === at)?.value;
      const place = `${path}:${lineAt(code, match.index)}`;
      const listed = uses.get(id ?? '');
      if (id === undefined) faults.push(`${place}: id is not a literal`);
      else if (listed === undefined) faults.push(`${place}: id not in the ledger: ${id}`);
      else listed.push(place);
    }
    for (const match of code.matchAll(/\bstatisticalTest\s*(?:<[^()]*>)?\((?!\s*\{\s*id:)/g))
      faults.push(`${path}:${lineAt(code, match.index)}: id is not the first field`);
  }
  for (const [id, places] of uses) {
    if (places.length !== 1)
      faults.push(`${id}: registered ${places.length} times (allowed: once) ${places.join(' ')}`.trim());
  }
  return faults;
}
