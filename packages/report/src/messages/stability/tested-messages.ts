/** What was compared in stable and fair classification, and what was not. Every argument is text that is already formatted. */
export const stabilityTestedWords = {
  label: () => 'Predicted',
  labelText: (label: string, favourable: string) => `${label}; ${favourable} counts as favourable`,
  rows: () => 'Rows',
  rowsText: (training: string, test: string, missing: string) =>
    `each repetition trains on ${training} and all are compared on the same ${test}; ${missing} left out for missing values`,
  unread: () => 'Rows not read',
  groups: () => 'Groups compared',
  groupText: (column: string, values: string, contrast: string) =>
    `${column}: ${values}; disparate impact is that of ${contrast} over the rest`,
  inputs: () => 'Inputs',
  scalings: {
    none: () => 'as they are',
    numbers: () => 'those of numbers standardised',
    'but-groups': () => 'all but those of groups standardised',
    all: () => 'all standardised',
  },
  inputsText: (count: string, scaling: string, seen: string) => `${count} columns after encoding, ${scaling}; ${seen}`,
  allSee: () => 'the classifiers see the groups',
  noneSee: () => 'the classifiers do not see the groups',
  someSee: (seeing: string, others: string) =>
    `the column of the groups is among the inputs of ${seeing}, not of ${others}`,
  algorithms: () => 'Algorithms',
  program: () => 'What is minimised',
  losses: { logistic: () => 'logistic loss', hinge: () => 'hinge loss', squared: () => 'squared loss' },
  intercepts: {
    penalised: () => 'with an intercept, which lambda shrinks too',
    free: () => 'with an intercept, which lambda leaves alone',
    none: () => 'without an intercept',
  },
  linear: () => 'linear classifiers',
  kernels: {
    rbf: (value: string) => `classifiers with an RBF kernel of width ${value}`,
    multiquadric: (value: string) => `classifiers with a multiquadric kernel, c ${value}`,
    'inverse-multiquadric': (value: string) => `classifiers with an inverse multiquadric kernel, c ${value}`,
  } as Readonly<Record<string, (value: string) => string>>,
  otherKernel: (kind: string, value: string) => `classifiers with the kernel ${kind} ${value}`,
  programText: (loss: string, kernel: string, intercept: string) =>
    `mean ${loss} + fairness term + lambda ||f||^2; ${kernel}, ${intercept}`,
  preset: () => 'Settings',
  presets: {
    paper: () => 'as the paper describes them',
    'released-code': () => 'as the code that was released with the paper has them',
    own: () => 'none of the paper or its code: those of the command, and the defaults of dpfair',
  },
  repetitions: () => 'Repetitions',
  repetitionsText: (count: string, share: string, test: string) =>
    `${count}, each trained on a random ${share} of the rows that are not tested; the ${test} of the rows that are tested stay the same`,
  privacy: () => 'Privacy',
  privacyText: (epsilon: string) => `the private trainings spend an epsilon of ${epsilon} each`,
  privacyWaiting: () => 'the private trainings have not run yet',
  notPrivate: (others: boolean) => (others ? 'the other classifiers are not private' : 'no classifier is private'),
  limits: () => 'Not tested',
  sampleLimit: () =>
    'Repetitions are trained on samples of the same rows, which overlap: classifiers from wholly new data would differ more.',
  testLimit: () => 'All are compared on one set of test rows; intervals say nothing of which rows these are.',
  groupLimit: () =>
    'A statistical rate of 1 says that groups get the favourable class equally often, not that it goes to the right people.',
  shrinkageLimit: () =>
    'What lambda does without any fairness term was not run (algorithm plain): along lambda the numbers are of shrinkage and fairness term together.',
  boundLimit: () =>
    'Bounds hold for the program as it is solved exactly; fits that did not converge are not covered by them.',
  reportLimit: () => 'This report is not private: it is computed from the rows without noise.',
} as const;
