import { DpfairError, type Fault } from '@dpfair/result';
import { specFaults } from '../../messages/spec.js';
import type { AlgorithmName } from '../../options/train/training-privacy-options.js';
import { collectFaults } from '../checks/collect-faults.js';
import { inOptionOrder } from '../keys/in-option-order.js';
import { knownKeys } from '../keys/known-keys.js';
import { sortKeys } from '../keys/sort-keys.js';
import { readSeed } from '../read-seed.js';
import { readingDefaults } from '../reading-spec.js';
import { type ClippingSetting, completeClipping } from './clipping-settings.js';
import { idleOfDescent } from './idle-of-descent.js';
import { publicScalesOf } from './public-scales.js';
import { remedySettingsOf } from './remedy-settings.js';
import { parseSweep } from './sweep-spec.js';
import { trainContradictionsOf } from './train-contradictions.js';
import { trainOptions } from './train-options.js';
import type { TrainSpec, TrainSpecInput } from './train-spec.js';
import { parseTrainingCondition } from './training-condition.js';

/** Defaults that depend on other options. */
type Dependent =
  | ClippingSetting
  | 'testShare'
  | 'task'
  | 'hidden'
  | 'activation'
  | 'learningRate'
  | 'repetitions'
  | 'scaling'
  | 'regularization'
  | 'trackRows';

const defaults: Omit<TrainSpec, 'data' | 'seed' | Dependent> = {
  label: null,
  group: null,
  groupBands: [],
  groupIsFeature: false,
  positive: null,
  drop: [],
  keep: [],
  textColumns: [],
  missing: 'drop',
  missingText: [],
  publicScale: {},
  radius: null,
  test: null,
  ...readingDefaults,
  model: 'logistic',
  algorithm: 'dp-sgd',
  epsilon: null,
  delta: 1e-6,
  sigma: null,
  accountant: 'pld',
  clip: 0.1,
  clipping: 'flat',
  optimizer: 'sgd',
  batch: null,
  epochs: 20,
  confidence: 0.95,
  failOn: [],
  trackEvery: 50,
  noTrack: false,
  remedies: [],
  remedySetting: {},
  sweep: [],
  prune: [],
  pruneMethod: ['magnitude'],
  attack: false,
  attackPairs: 0,
};

/** What a release takes, and what it asks of features and objective. */
const ofAlgorithm: Readonly<Record<AlgorithmName, Pick<TrainSpec, 'scaling' | 'regularization' | 'repetitions'>>> = {
  'dp-sgd': { scaling: 'standard', regularization: 0, repetitions: 10 },
  'output-perturbation': { scaling: 'unit-ball', regularization: 0.01, repetitions: 100 },
  'objective-perturbation': { scaling: 'unit-ball', regularization: 0.01, repetitions: 20 },
};

/** Rates at which the loss falls without diverging, for features of standard scale. */
function defaultRate({ model, optimizer }: Pick<TrainSpec, 'model' | 'optimizer'>): number {
  if (optimizer === 'adam') return 0.01;
  return model === 'linear' || model === 'svm' ? 0.05 : 0.5;
}

/**
 * Sets every default and refuses what contradicts itself. A seed that is not given is drawn from the operating system's
 * entropy. The keys come out in one order, so equal specs have equal text.
 *
 * @throws DpfairError `usage` with every fault found.
 */
export function completeTrainSpec(given: Partial<TrainSpecInput>): TrainSpec {
  const known = knownKeys<TrainSpec>(given);
  const faults: Fault[] = known.data === undefined ? [specFaults.noData] : [];
  const { model, algorithm, optimizer, test, clip, clipping } = { ...defaults, ...known };
  const isNetwork = model === 'network';
  const ofModel = { learningRate: defaultRate({ model, optimizer }), trackRows: isNetwork ? 500 : 2000 };
  const spec: TrainSpec = {
    ...defaults,
    data: '',
    testShare: test === null ? 0.2 : null,
    task: isNetwork ? null : model === 'linear' ? 'number' : 'classes',
    hidden: isNetwork ? [128] : [],
    activation: isNetwork ? 'relu' : null,
    ...ofModel,
    ...ofAlgorithm[algorithm],
    ...(isNetwork && algorithm === 'dp-sgd' ? { repetitions: 4 } : {}),
    ...known,
    publicScale: sortKeys(known.publicScale ?? {}),
    remedySetting: sortKeys(known.remedySetting ?? {}),
    ...completeClipping(known, clipping, clip),
    seed: readSeed(known.seed, faults),
  };
  faults.push(...trainContradictionsOf(spec), ...idleOfDescent(spec, { ...defaults, ...ofModel }));
  for (const condition of spec.failOn) collectFaults(faults, () => parseTrainingCondition(condition));
  for (const sweep of spec.sweep) collectFaults(faults, () => parseSweep(sweep));
  collectFaults(faults, () => remedySettingsOf(spec.remedySetting));
  collectFaults(faults, () => publicScalesOf(spec.publicScale));
  if (faults.length > 0) throw new DpfairError('usage', faults);
  return inOptionOrder(spec, trainOptions);
}
