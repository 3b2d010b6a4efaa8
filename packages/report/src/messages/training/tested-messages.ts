/** What was tested of private training, and what was not. Every argument is text that is already formatted. */
export const trainingTestedWords = {
  label: () => 'Predicted',
  labelClasses: (label: string, classes: string) => `${label}: ${classes}`,
  labelNumber: (label: string) => `${label}, a number`,
  groups: () => 'Groups compared',
  groupsOf: (group: string, isFeature: boolean) =>
    isFeature ? `${group}, which the model sees` : `${group}, which the model does not see`,
  size: (group: string, rows: string) => `${group} ${rows}`,
  moreGroups: (count: string) => `${count} more`,
  rows: () => 'Rows',
  unread: () => 'Rows not read',
  testFile: () => 'Test file',
  testFileText: (path: string, rows: string) => `${path}, ${rows} rows`,
  rowsText: (training: string, test: string, missing: string) =>
    `${training} for training, ${test} for testing; ${missing} left out for missing values`,
  inputs: () => 'Inputs',
  inputsText: (count: string) => (count === '1' ? '1 input, after encoding' : `${count} inputs, after encoding`),
  model: () => 'Model',
  training: () => 'Training',
  differ: (count: string) => `Where the ${count} trainings differ`,
  beside: () => 'Compared with',
  besideText: () =>
    'The same training without privacy: same start, same batches, neither clipping nor noise. Parts from clipping are taken from a third training, which clips and adds no noise',
  besideExact: () => 'The parameters that minimise the same loss, without noise',
  privacy: () => 'Privacy',
  privacyOf: (label: string, guarantee: string) => `${label}: ${guarantee}`,
  limits: () => 'Not tested, and not private',
  reportLimit: () =>
    'This report is not private: losses of groups, gradients and Hessians are computed from the rows without noise, for who audits the training and not for the public.',
  choicesLimit: () =>
    'Choices that were made by looking at these rows (model, learning rate, clipping, number of steps, which run is kept) are not paid for in the budget.',
  dataLimit: () =>
    'The cost is that for these rows. Other data of the same kind, and rows that were left out, can fare differently.',
  randomLimit: () =>
    'Repetitions differ by noise, batches and start, not by the rows: intervals say nothing of who was sampled.',
  normaliserLimit: () => 'The number of training rows is taken as public: the sampling rate depends on it.',
  exactLimit: () => 'No training was repeated: the numbers are expectations over the noise, up to the stated error.',
} as const;
