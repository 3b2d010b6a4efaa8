/** What is said while working. */
export const progressMessages = {
  reading: (file: string) => `reading ${file}`,
  note: (file: string, note: string) => `${file}: ${note}`,
  /** `budgets`: how many each kind of noise is sized by; they may differ. */
  auditing: (rows: number, budgets: readonly number[], posts: number) =>
    `auditing ${entities(rows)}: ${noises(budgets)}, ${count(posts, 'post-processing')}`,
  searching: (rows: number, target: string) =>
    `auditing ${entities(rows)}: looking for the smallest epsilon with ${target}`,
  look: (taken: number, most: number) => `look ${taken} of at most ${most}`,
  simulating: (trials: number, cells: number, more: boolean) =>
    `simulating ${trials} ${more ? 'more ' : ''}trials of ${count(cells, 'cell')}`,
  postsOfMethod: (method: string, decision: string, posts: readonly string[]) =>
    `dpfair: only ${posts.join(', ')} is audited: of the usual post-processings of ${decision} it has what --method ${method} asks for; --post names others`,
  otherBuild: (folder: string) =>
    `dpfair: ${folder} holds finished parts of this run by another build of dpfair: they are left alone, and computed anew`,
  seed: (seed: string) => `seed ${seed}`,
  warning: (message: string) => `dpfair: warning: ${message}`,
} as const;

/** What is said when someone asks the work to stop, and when that was too early for any number of the simulation. */
export const interruptMessages = {
  SIGINT: 'dpfair: interrupted: writing what is done (press Ctrl-C again to quit at once)',
  SIGTERM: 'dpfair: interrupted by SIGTERM: writing what is done (a second signal quits at once)',
  nothingKept: (seed: string, shorter: string) =>
    'dpfair: interrupted too early: no simulated number can be given yet, and what was simulated is lost; ' +
    `--checkpoint DIR --seed ${seed} keeps what is done for the next run, and ${shorter} are done sooner`,
  nothingYet: (folder: string) =>
    'dpfair: interrupted too early: no simulated number can be given yet; ' +
    `the same command goes on with what is kept in ${folder}`,
} as const;

const entities = (number: number): string => (number === 1 ? '1 entity' : `${number} entities`);

/** `3 budgets`; `4 kinds of noise at 1 budget`; `2 kinds of noise, 3 budgets in all`. */
function noises(budgets: readonly number[]): string {
  const [first = 0] = budgets;
  if (budgets.length <= 1) return count(first, 'budget');
  const kinds = count(budgets.length, 'kind').concat(' of noise');
  const total = budgets.reduce((sum, one) => sum + one, 0);
  return budgets.every((one) => one === first)
    ? `${kinds} at ${count(first, 'budget')}`
    : `${kinds}, ${count(total, 'budget')} in all`;
}

/** `1 cell`, `2 cells`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
