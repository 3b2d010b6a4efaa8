import { DpfairError, type Fault } from '@dpfair/result';
import { presets } from '@dpfair/stability';
import { specFaults } from '../../messages/spec.js';
import { collectFaults } from '../checks/collect-faults.js';
import { inOptionOrder } from '../keys/in-option-order.js';
import { knownKeys } from '../keys/known-keys.js';
import { sortKeys } from '../keys/sort-keys.js';
import { readSeed } from '../read-seed.js';
import { readingDefaults } from '../reading-spec.js';
import { fairnessWeightsOf } from './fairness-weights.js';
import { knownFiles } from './known-data.js';
import { parseStableCondition } from './stable-condition.js';
import { stableContradictionsOf } from './stable-contradictions.js';
import { stableOptions } from './stable-options.js';
import type { StableSpec, StableSpecInput } from './stable-spec.js';

type Dependent = 'data' | 'seed' | 'rows' | 'more' | 'preset' | 'intercept' | keyof typeof ofNoDataSet | 'standardise';

const defaults: Omit<StableSpec, Dependent> = {
  dataset: null,
  contrast: {},
  hideGroups: false,
  keep: [],
  textColumns: [],
  sampleRows: null,
  missing: 'drop',
  missingText: [],
  ...readingDefaults,
  algorithm: ['zvrg', 'kaas', 'gyf', 'plain'],
  lambda: presets.paper.stabilityWeights,
  loss: 'logistic',
  kernel: 'linear',
  kernelWidth: null,
  bound: null,
  weight: {},
  epsilon: null,
  delta: 1e-6,
  clip: 0.1,
  epochs: 20,
  batch: null,
  learningRate: 0.5,
  testShare: presets.paper.data.testShare,
  trainShare: presets.paper.data.trainingShare,
  replace: 0,
  confidence: 0.95,
  failOn: [],
};

const ofNoDataSet = {
  label: null as string | null,
  favourable: null as string | null,
  group: [] as readonly string[],
  binary: {} as Readonly<Record<string, string>>,
  drop: [] as readonly string[],
  repetitions: 20,
};

/** Adult as the paper looks at it. */
const ofAdult: typeof ofNoDataSet = {
  label: 'income',
  favourable: '>50K',
  group: ['race', 'sex'],
  binary: { race: 'White' },
  drop: presets.paper.data.leftOut,
  repetitions: presets.paper.data.repetitions,
};

/**
 * Sets every default, finds the files of a known data set, and refuses what contradicts itself. A seed that is not given is drawn from the
 * operating system's entropy. The keys come out in one order, so equal specs have equal text.
 *
 * @throws DpfairError `usage` with every fault found, `input` for a folder that does not hold the data set.
 */
export function completeStableSpec(given: Partial<StableSpecInput>): StableSpec {
  const known = knownKeys<StableSpec>(given);
  const faults: Fault[] = known.data === undefined ? [specFaults.noData] : [];
  const isAdult = known.dataset === 'adult';
  const preset = known.preset ?? (isAdult ? 'paper' : 'own');
  const ofData = isAdult ? ofAdult : ofNoDataSet;
  const group = known.group ?? ofData.group;
  const ownBinary = Object.entries(ofData.binary).filter(([column]) => group.includes(column));
  const byPreset = isAdult && preset !== 'own' ? String(presets[preset].data.rows) : null;
  const files = knownFiles(known.data ?? '-', known.more ?? [], known.dataset ?? null, known.rows ?? null, byPreset);
  const spec: StableSpec = {
    ...defaults,
    ...ofData,
    preset,
    intercept: known.kernel === 'multiquadric' ? 'free' : 'penalised',
    standardise: preset === 'own' ? 'all' : presets[preset].data.standardise,
    kernelWidth: (known.kernel ?? 'linear') === 'linear' ? null : 1,
    bound: (known.algorithm ?? defaults.algorithm).includes('zvrg') ? 0.1 : null,
    ...known,
    ...files,
    binary: sortKeys(known.binary ?? Object.fromEntries(ownBinary)),
    contrast: sortKeys(known.contrast ?? {}),
    weight: sortKeys(known.weight ?? {}),
    seed: readSeed(known.seed, faults),
  };
  faults.push(...stableContradictionsOf(spec, defaults));
  for (const condition of spec.failOn) collectFaults(faults, () => parseStableCondition(condition));
  collectFaults(faults, () => fairnessWeightsOf(spec.weight));
  if (faults.length > 0) throw new DpfairError('usage', faults);
  return inOptionOrder(spec, stableOptions);
}
