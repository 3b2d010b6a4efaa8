/** What was smoothed and by what, and what was not tested. Every argument is text that is already formatted. */
export const smoothingTestedWords = {
  rows: () => 'Rows',
  rowsText: (done: string, rows: string, missing: string) =>
    `${done === rows ? rows : `${done} of ${rows}`} classified; ${missing} left out for missing values`,
  stopped: () => 'The run was stopped early: numbers rest on fewer rows, or fewer scales, than were asked for.',
  searchStopped: () => 'The run was stopped early: searches that had not ended by then are not here.',
  unread: () => 'Rows not read',
  label: () => 'Right class',
  noLabel: () => 'not given: nothing is said of who is classified rightly',
  labelText: (label: string, classes: string) => `${label}: ${classes}`,
  groups: () => 'Groups compared',
  groupsText: (column: string, groups: string) => `${column}: ${groups}`,
  noGroups: () => 'none were named',
  size: (group: string, rows: string) => `${group} ${rows}`,
  moreGroups: (count: string) => `${count} more`,
  model: () => 'Model',
  sources: { trained: () => 'trained by dpfair', onnx: () => 'an ONNX file' },
  modelText: (summary: string, source: string, path: string) => `${summary} (${source}: ${path})`,
  inputs: () => 'Inputs',
  inputsText: (count: string) => (count === '1' ? '1 input' : `${count} inputs`),
  metric: () => 'Metric',
  metricSources: {
    given: () => 'weights as they were given',
    file: () => 'weights from a file',
    minimal: () => 'the smallest metric under which the linear model itself is fair',
    logistic: () => 'weights in proportion to the coefficients of a logistic model',
    uniform: () => 'the same weight for every column',
  },
  norms: {
    sum: () => 'the sum of the weighted differences (L1)',
    euclid: () => 'the root of the sum of the squared weighted differences (L2)',
    largest: () => 'the largest of the weighted differences (the maximum norm)',
    other: (p: string) => `the L${p} norm of the weighted differences`,
  },
  metricText: (norm: string, source: string, scale: string) => `${norm}; ${source}, multiplied by ${scale}`,
  changes: () => 'Another text in a column',
  scales: () => 'Scales tried',
  held: () => 'Columns that count for nothing',
  heldText: (column: string, value: string) => `${column}, read as ${value} for everybody`,
  heldCount: (count: string) => `${count} columns`,
  noise: () => 'Noise on the inputs',
  kinds: { laplace: () => 'Laplace', gaussian: () => 'Gaussian' },
  sharings: {
    separate: () => 'draws of their own for each row',
    common: () => 'the same draws for all rows',
  },
  noiseText: (kind: string, sharing: string) => `${kind} noise, ${sharing}`,
  guarantee: () => 'Guarantee of the draws',
  bounds: {
    'theorem-8': () => "Hoeffding's inequality for each class (theorem 8)",
    subsets: () => "Hoeffding's inequality for sets of classes",
    chernoff: () => "Chernoff's inequality, with as many draws as the answers for each row ask for",
  },
  guaranteeText: (excess: string, delta: string, scope: string, bound: string, draws: string, pilot: string | null) =>
    `total variation at most D + ${excess}, but for a probability of ${delta}, ${scope}; by ${bound}; ${draws} draws a row${pilot === null ? '' : `, after ${pilot} that decided how many`}`,
  searchedDraws: () => 'Draws of the search',
  searchedText: (excess: string, delta: string, pairs: string, bound: string, draws: string) =>
    `each answer of the smoothed model is a frequency of ${draws} draws; sampling adds at most ${excess} to the total variation of two, but for a probability of ${delta}, ${pairs === '1' ? 'for the one pair' : `for all pairs that are searched at once, up to ${pairs}`}; by ${bound}`,
  searchedFreely: (draws: string) =>
    `each answer of the smoothed model is a frequency of ${draws} draws, too few for any bound on what sampling adds`,
  searches: () => 'Searched for unfair pairs',
  answers: () => 'Answers of the model as it is',
  answerKinds: {
    labels: () =>
      'labels: the class that it names has 1, the others 0, so that two people get the same answer or the opposite one',
    probabilities: () => 'its probabilities of all classes',
  },
  limits: () => 'Not tested',
  metricLimit: () =>
    'The metric is taken as given: whether it says rightly who is alike is not tested. What it holds against people, the smoothed model may too.',
  reportLimit: () => 'This report is not private: it names rows, their classes and their probabilities.',
  classLimit: () =>
    'Only probabilities keep the guarantee. Who takes the most probable class for the answer can treat two people who are alike in two ways.',
  groupLimit: () =>
    'Two people of different groups who are far apart may be treated differently: the guarantee is about pairs, not about groups.',
  searchLimit: () =>
    'A search finds pairs and proves nothing of those that it did not look at; only the guarantee holds for all.',
  labelLimit: () =>
    'Accuracy is that on these rows; on other rows of the same kind it can differ, and if the model was trained on these it is likely to be lower there. Which rows a model was trained on its file does not say.',
} as const;
