/** Heads and notes of the tables of private training. Every argument is text that is already formatted. */
export const trainingTableWords = {
  heading: () => 'The numbers, group by group',
  all: () => 'all rows',
  run: () => 'training',
  group: () => 'group',
  rows: () => 'training rows',
  testRows: () => 'test rows',
  accuracyWithout: () => 'accuracy without privacy',
  accuracyWith: () => 'accuracy with privacy',
  errorWithout: () => 'test error without privacy',
  errorWith: () => 'test error with privacy',
  lossWithout: () => 'loss without privacy',
  lossWith: () => 'loss with privacy',
  risk: () => 'excessive risk',
  gap: () => 'beside all rows',
  clippingPart: () => 'from clipping',
  noisePart: () => 'from noise',
  small: () => 'few rows',
  caption: (label: string, method: string) =>
    `${label}: what privacy costs each group. Excessive risk is the mean loss over training rows with privacy minus without (${method})`,
  captionOfLog: (label: string, method: string) =>
    `${label}: what the log says of each group. Excessive risk is the mean loss before the last logged step minus the loss without privacy there; clipping and noise terms are summed over all steps, the other numbers are means over steps (${method})`,
  noteOfLog: () =>
    'A dash stands for what the log does not have. Later steps repair most of what the terms add: their sums are not the excessive risk. An interval in small print belongs to the number above it.',
  repeated: (repetitions: string, confidence: string) =>
    repetitions === '1' ? '1 repetition, no intervals' : `${repetitions} repetitions, ${confidence} intervals`,
  exact: () => 'exact',
  note: () =>
    'Accuracy is that on test rows; the test error is the root mean squared error there, in the unit of what is predicted. An interval in small print belongs to the number above it; none is shown where it is narrower than the last digit.',
  smallNote: () =>
    'A dagger (\u2020) marks groups of few rows, of which little can be concluded. They count in the widest difference and in checks of it; where one of them makes it, the verdict says what it is without them.',
  remedies: () => 'The same for each remedy',
  details: () => 'Terms of the steps, and what goes with them',
  detailsCaption: (label: string) => `${label}: sums of the terms of all steps, and means over rows`,
  clipping: () => 'clipping terms',
  noise: () => 'noise terms',
  path: () => 'path',
  remainder: () => 'remainder',
  clipRate: () => 'rows clipped',
  gradientNorm: () => 'gradient norm',
  inputNorm: () => 'input norm',
  hessianTrace: () => 'Hessian trace',
  boundary: () => 'closeness to the boundary',
  calibrationWithout: () => 'calibration error without',
  calibrationWith: () => 'calibration error with',
  noNumbers: (label: string) => `${label}: no repetition gave numbers`,
  csv: () => 'Download the groups and steps (CSV)',
} as const;
