import type { Fault, Warning } from '@dpfair/result';

/** How scikit-learn's models come to have probabilities that can be read. */
const EXPORTED_ANEW =
  "the model exported with them as a tensor (scikit-learn: skl2onnx with options={'zipmap': False})";

/** What in the spec of a smoothing is missing, malformed or contradicts itself, and what would have been allowed. */
export const smoothFaults = {
  noModel: { what: 'no model', allowed: '--model FILE: JSON of dpfair train --model-out, or ONNX' },
  threeOfDraws: {
    what: 'options that contradict each other',
    value: '--samples, --excess, --delta',
    allowed: 'two of them: the third follows',
  },
  adaptiveExcess: { what: '--adaptive without the epsilon that is wanted', allowed: '--excess' },
  adaptiveSamples: { what: '--samples with --adaptive', allowed: '--max-samples' },
  adaptiveDelta: (delta: number): Fault => ({
    what: '--delta with --adaptive',
    value: delta,
    allowed: 'at least 1e-9',
  }),
  adaptiveSelect: { what: '--select with --adaptive', allowed: 'one of them: the interval needs a number of draws' },
  idleMaxSamples: { what: '--max-samples without --adaptive', allowed: '--samples' },
  idleHeldUnits: (metric: string): Fault => ({
    what: `--metric-units columns with --metric ${metric}`,
    allowed: 'weights of your own: these are of features',
  }),
  minimalNorm: (norm: string): Fault => ({ what: '--metric minimal with --norm', value: norm, allowed: '1' }),
  weightless: (metric: string): Fault => ({
    what: `--other-weight with --metric ${metric}, which has a weight for each column`,
    allowed: 'weights of your own',
  }),
  metric: (text: string): Fault => ({
    what: '--metric',
    value: text,
    allowed:
      'COLUMN=WEIGHT,... with weights of 0 or more, each column once; uniform, minimal or logistic; or a CSV file with the columns column and weight, as it takes for a name with a comma in it: a line column,weight, then lines such as "WAGES, MONTHLY",0.5',
  }),
  weightTwice: (column: string): Fault => ({ what: 'weight of a column', value: column, allowed: 'each column once' }),
  weightOfNothing: (column: string, columns: readonly string[], near: readonly string[]): Fault => ({
    what: '--metric, weight of a column that the model does not read',
    value: column,
    allowed: `${columns.slice(0, 20).join(', ')}${columns.length > 20 ? ', ...' : ''}${near.length === 0 ? '' : `; did you mean ${near.join(' or ')}?`}`,
  }),
  noWeight: (columns: readonly string[]): Fault => ({
    what: '--metric, columns without a weight',
    value: `${columns.slice(0, 20).join(', ')}${columns.length > 20 ? `, and ${columns.length - 20} more` : ''}`,
    allowed: 'a weight for each, or --other-weight for all that have none',
  }),
  otherClasses: (file: string, label: string, classes: readonly string[], unnamed: readonly string[]): Fault => ({
    file,
    what: '--classes',
    value: classes.join(', '),
    allowed: `all classes of the column ${label}, in the order of the outputs of the model: not named are ${unnamed.slice(0, 10).join(', ')}${unnamed.length > 10 ? ', ...' : ''}`,
  }),
  namesWithCommas: (file: string, option: string, columns: readonly string[]): Fault => ({
    file,
    what: `--${option} with pieces of names that hold commas`,
    value: columns.join('; '),
    allowed: `such names in double quotes, for example '${columns.map((name) => `"${name}"`).join(',')}'`,
  }),
  tableColumns: (file: string, columns: readonly string[]): Fault => ({
    file,
    what: 'columns of a table of weights',
    value: columns.join(', '),
    allowed: 'column, weight',
  }),
  tableWeight: (file: string, line: number, column: string, text: string): Fault => ({
    file,
    line,
    column: 'weight',
    what: `weight of ${column}`,
    value: text,
    allowed: 'a finite number, 0 or more',
  }),
  tableTwice: (file: string, line: number, column: string): Fault => ({
    file,
    line,
    what: 'column that has a weight already',
    value: column,
    allowed: 'each column once',
  }),
  notJson: (file: string, why: string): Fault => ({
    file,
    what: `neither an ONNX file nor JSON: ${why}`,
    allowed: 'what dpfair train --model-out writes, or an ONNX file named *.onnx',
  }),
  resultFile: (file: string, kind: string): Fault => ({
    file,
    what: `a result of dpfair (of kind ${kind}), not a model`,
    allowed: 'the file that dpfair train --model-out MODEL.json writes, or an ONNX file named *.onnx',
  }),
  encoding: (file: string, where: string, why: string): Fault => ({
    file,
    what: `encoding of the trained model, ${where}: ${why}`,
    allowed: 'what dpfair train --model-out writes',
  }),
  inputsOfEncoding: (file: string, inputs: number, features: number): Fault => ({
    file,
    what: 'inputs of the trained model',
    value: inputs,
    allowed: `${features}, the features of its encoding`,
  }),
  noClasses: (file: string): Fault => ({
    file,
    what: 'the model predicts a number',
    allowed: 'a model of classes: what is smoothed is the class that it names',
  }),
  classesOfModel: (file: string, outputs: number, classes: readonly string[]): Fault => ({
    file,
    what: 'classes of the model',
    value: outputs,
    allowed: `${classes.length}, those of the label: ${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', ...' : ''}; --classes names others`,
  }),
  onnxLabel: {
    what: 'no label',
    allowed:
      '--label COLUMN, to which --metric logistic is fitted; without labels --metric uniform or weights of your own',
  },
  trainedOnly: (option: string): Fault => ({
    what: `--${option} with a trained model, which says that itself`,
    allowed: `an ONNX file`,
  }),
  otherLabel: (label: string, own: string): Fault => ({
    what: '--label with a trained model',
    value: label,
    allowed: `${own}, the label of the training`,
  }),
  minimalOf: (what: string): Fault => ({
    what: '--metric minimal',
    value: what,
    allowed: 'a logistic model by dpfair train: of others it is not known',
  }),
  logisticClasses: (classes: number): Fault => ({
    what: '--metric logistic with classes',
    value: classes,
    allowed: '2; --metric uniform or weights of your own for more',
  }),
  logisticRows: (file: string, rows: number, name: string): Fault => ({
    file,
    what: `all ${rows} rows for the logistic regression of --metric logistic have one class`,
    value: name,
    allowed: 'rows of two classes; a smaller --test-share, or weights of your own',
  }),
  constantFeatures: (file: string): Fault => ({
    file,
    what: 'every feature is the same in all rows: --metric logistic has no coefficients',
    allowed: 'features that vary, or weights of your own',
  }),
  unknownFeature: (column: string, columns: readonly string[]): Fault => ({
    what: 'column that the model does not read',
    value: column,
    allowed: `${columns.slice(0, 20).join(', ')}${columns.length > 20 ? ', ...' : ''}`,
  }),
  columnWeight: (column: string, allowed: string): Fault => ({ what: 'weight of column', value: column, allowed }),
  heldValue: (column: string, text: string, allowed: string): Fault => ({
    what: `--held ${column}`,
    value: text,
    allowed,
  }),
  heldSeen: (column: string): Fault => ({
    what: '--held of a column that has a weight',
    value: column,
    allowed: 'columns of weight 0: the others are read with noise',
  }),
  unitBall: (option: string): Fault => ({
    what: `${option} with a model of --scaling unit-ball, whose rows are cut`,
    allowed: '--metric-units features, and held columns as they are',
  }),
  noTestRows: (share: number, rows: number): Fault => ({
    what: '--test-share',
    value: share,
    allowed: `more of the ${rows} rows: none is left to smooth`,
  }),
  condition: (text: string, allowed: string): Fault => ({
    what: '--fail-on',
    value: text,
    allowed: `${allowed} (in quotes, so that the shell leaves < and > alone)`,
  }),
  oneScale: { what: '--metric-scale of an audit', allowed: 'one number' },
  noProbabilities: (model: string): Fault => ({
    what: '--answers probabilities',
    value: model,
    allowed: '--answers labels: this model has no probabilities',
  }),
  onlyLabels: (file: string, output: string): Fault => ({
    what: '--answers probabilities',
    value: `${file}, whose output ${output} has labels`,
    allowed: `--answers labels; or --model-output NAME where another output has probabilities; or ${EXPORTED_ANEW}`,
  }),
  noSlopes: {
    what: '--climbs on the labels of the model, which have no slopes',
    allowed: '--of smoothed, or --answers probabilities',
  },
  manyValues: (columns: string, values: number, most: number): Fault => ({
    what: `values of --protected ${columns}`,
    value: values,
    allowed: `at most ${most}: each row is asked about with each of them`,
  }),
  nothingToClimb: {
    what: '--climbs without a column of numbers that has a weight',
    allowed: 'at least one: copies with shares of a category would be nobody',
  },
  nothingSearched: { what: 'nothing to search', allowed: '--neighbours or --climbs above 0, or --protected COLUMN' },
  tooMuchWork: (rows: number, samples: number): Fault => ({
    what: `draws for ${rows} rows`,
    value: samples,
    allowed: 'at most 1e12 in all: fewer --rows, a larger --excess, or --adaptive',
  }),
} as const satisfies Record<string, Fault | ((...values: never[]) => Fault)>;

const shown = (count: number): string => count.toLocaleString('en-US');
const percent = (share: number): string => `${Number((100 * share).toPrecision(3))} %`;

/** What a reader of a smoothed model should know before relying on its numbers. */
export const smoothWarnings = {
  noisyCategories: (columns: readonly string[]): Warning => ({
    code: 'noisy-categories',
    message: `columns that are encoded as 0 and 1 receive noise like any other, and the model reads shares of a category: ${columns.slice(0, 10).join(', ')}${columns.length > 10 ? ', ...' : ''}; a weight of 0 holds them`,
  }),
  emptyGuarantee: (excess: number, delta: number): Warning => ({
    code: 'empty-guarantee',
    message: `the guarantee says nothing: epsilon ${Number(excess.toPrecision(3))}, delta ${Number(delta.toPrecision(3))}; more --samples keep one`,
  }),
  drawsRanOut: (rows: number, of: number, most: number): Warning => ({
    code: 'draws-ran-out',
    message: `${rows} of ${of} rows had too few draws at --max-samples ${most}: what they are compared with may differ by more than distance and epsilon`,
  }),
  takenForLogit: (file: string, output: string): Warning => ({
    code: 'taken-for-logit',
    message: `${file}: the one number of the output ${output} is not within 0 and 1, and is taken for the logit of the second of two classes, which is named where it is above 0; a regression would look the same. --model-form logit says that it is one`,
  }),
  onlyLabels: (file: string, output: string): Warning => ({
    code: 'only-labels',
    message: `the search of the model as it is compares labels: of ${file} only the output ${output} is read, which has no probabilities. --answers labels says that this is meant; for probabilities take ${EXPORTED_ANEW}`,
  }),
  notConverged: (gradientNorm: number): Warning => ({
    code: 'metric-not-converged',
    message: `the logistic regression of --metric logistic did not converge: its gradient stays at ${Number(gradientNorm.toPrecision(3))}`,
  }),
  smallGroups: (groups: readonly string[]): Warning => ({
    code: 'small-group',
    message: `fewer than 30 rows in ${groups.join(', ')}: little can be read from the numbers there`,
  }),
  rowsDrawn: (rows: number, of: number): Warning => ({
    code: 'rows-drawn',
    message: `${shown(rows)} of ${shown(of)} rows are smoothed (${percent(rows / of)}), drawn at random`,
  }),
  searchStopped: (searches: number): Warning => ({
    code: 'interrupted',
    message: `stopped early: ${searches} search${searches === 1 ? ' is' : 'es are'} in the result`,
  }),
  interrupted: (done: number, of: number): Warning => ({
    code: 'interrupted',
    message: `stopped early: ${done} of ${of} parts of the rows are in the result`,
  }),
} as const satisfies Record<string, Warning | ((...values: never[]) => Warning)>;

const searched = { model: 'the model as it is', smoothed: 'the smoothed model' } as const;

/** What is said while smoothing. */
export const smoothProgress = {
  prepared: (rows: number, features: number, groups: number): string =>
    `${rows} rows: ${features} inputs of the model, ${groups} group${groups === 1 ? '' : 's'}`,
  smoothing: (scale: number, rows: number, samples: string): string =>
    `smoothing ${rows} rows at scale ${scale}, ${samples} draws each`,
  searching: (of: 'model' | 'smoothed'): string => `searching for unfair pairs of ${searched[of]}`,
  climbing: (of: 'model' | 'smoothed', rows: number, steps: number): string =>
    `climbing from ${rows} row${rows === 1 ? '' : 's'}, up to ${steps} steps, by answers of ${searched[of]}`,
  answering: (rows: number, samples: number): string => `smoothed answers for ${rows} rows, ${samples} draws each`,
} as const;
