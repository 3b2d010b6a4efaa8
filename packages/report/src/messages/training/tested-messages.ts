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
  loss: () => 'Loss',
  training: () => 'Training',
  differ: (count: string) => `Where the ${count} trainings differ`,
  beside: () => 'Compared with',
  besideText: () =>
    'The same training without privacy: same start, same batches, neither clipping nor noise. Parts from clipping are taken from a third training, which clips and adds no noise',
  besideExact: () => 'The parameters that minimise the same loss, without noise',
  privacy: () => 'Privacy',
  privacyOf: (label: string, guarantee: string) => `${label}: ${guarantee}`,
  logs: () => 'Logs',
  logText: (path: string, rows: string) => `${path} (${rows} objects)`,
  steps: () => 'Steps logged',
  stepsText: (logged: string, all: string) => `${logged} of ${all}; terms in between are filled in`,
  unknown: () => 'Not known from a log',
  unknownStart: (step: string) =>
    `What happened before step ${step}, the first that was logged: sums and means begin there.`,
  unknownData: () => 'The model, its inputs, what it predicts, and how rows became inputs.',
  unknownTraining: () => 'The optimizer, how batches were drawn, and by what rule gradients were clipped.',
  unknownEnd: () => 'What the last logged step and later ones did to the loss: losses are those before it.',
  unknownTwin: () =>
    'What privacy costs: the log does not have the loss of the same training without privacy (the field nonPrivateLoss) at its last step for every group and all rows.',
  unknownSplit: () =>
    'Which part of the excessive risk is due to clipping and which to noise (that takes a third training, which clips and adds no noise), how far later steps repaired the terms, and how far the terms are from what happened.',
  unknownTest: () => 'Accuracy and calibration.',
  trustLimit: () =>
    'The numbers are those that the training wrote down. They were checked for their ranges, not for their truth.',
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
