import { withoutKeys } from './keys/without-keys.js';

/** The forms that a privacy budget may have in a spec. */
const budgetKeys: readonly string[] = ['epsilon', 'totalEpsilon', 'scale', 'sigma'];

/** What is left of a spec file beside a command line: a budget there replaces that of the file, whatever form either has. */
export function keepBudget<Spec extends object>(file: Spec, fromOptions: object): Spec {
  const isReplaced = budgetKeys.some((key) => key in fromOptions);
  return isReplaced ? withoutKeys(file, budgetKeys) : file;
}
