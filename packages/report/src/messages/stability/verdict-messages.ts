/** Sentences of the verdict on stable and fair classification. Every argument is text that is already formatted. */
export const stabilityVerdictWords = {
  nothing: () => 'Nothing was concluded: the result holds no classifier.',
  notRun: () => 'Nothing was concluded: no repetition has ended yet.',
  noNumbers: () => 'Nothing was concluded: too few repetitions to compare two classifiers.',
  most: (column: string, lambda: string, algorithm: string, stab: string, rows: string) =>
    `${column}: at ${lambda} the most stable is ${algorithm}: two of its classifiers, trained on different random parts of the same rows, are expected to differ on ${stab} of ${rows} test rows`,
  only: (column: string, lambda: string, algorithm: string, stab: string, rows: string) =>
    `${column}: at ${lambda} two classifiers of ${algorithm}, trained on different random parts of the same rows, are expected to differ on ${stab} of ${rows} test rows`,
  mostUnsure: (column: string, lambda: string, algorithms: string, least: string, most: string, rows: string) =>
    `${column}: at ${lambda} the stability of ${algorithms} cannot be told apart: of ${rows} test rows two classifiers, trained on different random parts of the same rows, are expected to differ on ${least} to ${most}`,
  mostSame: (column: string, lambda: string, algorithms: string, stab: string, rows: string) =>
    `${column}: at ${lambda} the stability of ${algorithms} cannot be told apart: of ${rows} test rows two classifiers, trained on different random parts of the same rows, are expected to differ on ${stab} with each of them`,
  allFavourable: (cells: string) =>
    `every test row gets the favourable class in all repetitions of ${cells}: a statistical rate of 1 and no rows that differ say nothing more there`,
  stabOf: (algorithm: string, stab: string) => `${stab} with ${algorithm}`,
  cost: (accuracy: string, rate: string) =>
    `its accuracy is ${accuracy}, and its statistical rate (1 where groups get the favourable class equally often) ${rate}`,
  least: (algorithm: string, stab: string) => `the least stable is ${algorithm}, with ${stab}`,
  smallGroup: (group: string, rows: string) => `${group} (${rows})`,
  withoutSmall: (groups: string) =>
    `few rows are tested of ${groups}: the statistical rate of all groups may be chance there, and what is said here is that between the others`,
  onSmall: (groups: string) =>
    `the statistical rate rests on few tested rows, those of ${groups}: nothing is concluded from it`,
  undefinedRate: () => 'not defined',
  from: (from: string, to: string) => `from ${from} to ${to}`,
  measures: {
    stab: () => 'the number of rows that differ',
    'statistical-rate': () => 'the statistical rate',
    accuracy: () => 'accuracy',
  },
  falls: (list: string) => `falls for ${list}`,
  rises: (list: string) => `rises for ${list}`,
  unchanged: (measure: string) => `${measure} does not clearly change`,
  all: (count: string) => `all ${count} algorithms`,
  change: (algorithm: string, from: string, to: string) => `${algorithm} (${from} to ${to})`,
  shrinkage: (lambda: string, measure: string, from: string, to: string) =>
    `shrinkage alone (plain, without a fairness term) takes the ${measure} from ${from} to ${to} at ${lambda}`,
  above: (list: string) => `the fairness term makes it clearly higher with ${list}`,
  below: (list: string) => `the fairness term makes it clearly lower with ${list}`,
  open: (list: string) => `no clear difference is made by that of ${list}`,
  undefined: (list: string) => `it is not defined with ${list}`,
  shrinkageUndefined: (measure: string, lambda: string) =>
    `what shrinkage alone does to the ${measure} cannot be said: it is not defined with plain at ${lambda}`,
  valueOf: (algorithm: string, value: string) => `${algorithm}, ${value}`,
  unconverged: (count: string, all: string) =>
    count === '1' ? `1 of ${all} fits did not converge` : `${count} of ${all} fits did not converge`,
  unfitted: (count: string, all: string) =>
    `nothing could be fitted in ${count} of ${all} trainings, whose rows were all of one class or group: they are in no number`,
  method: (repetitions: string, confidence: string) =>
    repetitions === '1' ? '1 repetition, no intervals' : `${repetitions} repetitions; ${confidence} intervals`,
} as const;
