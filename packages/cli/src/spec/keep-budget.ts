/** The forms that a privacy budget may have in a spec. */
const budgetKeys: readonly string[] = ['epsilon', 'totalEpsilon', 'scale', 'sigma'];

/** What is left of a spec file beside a command line: a budget there replaces that of the file, whatever form either has. */
export function keepBudget<Spec extends object>(file: Spec, fromOptions: object): Spec {
  const isReplaced = budgetKeys.some((key) => key in fromOptions);
  return isReplaced ? without(file, budgetKeys) : file;
}

/** A record without some of its keys. */
export function without<Spec extends object>(record: Spec, keys: readonly string[]): Spec {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key))) as Spec;
}
