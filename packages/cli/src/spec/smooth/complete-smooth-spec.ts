import { DpfairError, type Fault } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';
import { specFaults } from '../../messages/spec.js';
import { collectFaults } from '../checks/collect-faults.js';
import { inOptionOrder } from '../keys/in-option-order.js';
import { knownKeys } from '../keys/known-keys.js';
import { sortKeys } from '../keys/sort-keys.js';
import { readSeed } from '../read-seed.js';
import { readingDefaults } from '../reading-spec.js';
import { parseMetric } from './metric-words.js';
import { parsePairCondition, parseSmoothCondition } from './smooth-condition.js';
import { pairsOptions, smoothOptions } from './smooth-options.js';
import type { ModelOnDataSpec, PairsSpec, PairsSpecInput, SmoothSpec, SmoothSpecInput } from './smooth-spec.js';

const common = {
  data: '',
  model: '',
  label: null,
  columns: [],
  classes: [],
  modelOutput: null,
  modelForm: null,
  group: null,
  groupBands: [],
  missingText: [],
  ...readingDefaults,
  metric: ['logistic'],
  norm: '1',
  otherWeight: null,
  metricUnits: 'features',
  held: {},
  metricScale: [1],
  noise: 'gaussian',
  samples: null,
  excess: null,
  bound: 'theorem-8',
  failOn: [],
} as const;

const DELTA = 1e-4;
const SAMPLES = 10_000;
const MOST_SAMPLES = 2 ** 20;

/**
 * Sets every default of `dpfair smooth` and refuses what contradicts itself. A seed that is not given is drawn from the operating
 * system's entropy. The keys come out in one order, so equal specs have equal text.
 *
 * @throws DpfairError `usage` with every fault found.
 */
export function completeSmoothSpec(given: Partial<SmoothSpecInput>): SmoothSpec {
  const faults: Fault[] = [];
  const known = knownKeys<SmoothSpec>(given);
  const spec: SmoothSpec = {
    ...common,
    sharing: 'separate',
    scope: 'each-pair',
    adaptive: false,
    maxSamples: known.adaptive === true ? MOST_SAMPLES : null,
    select: 0,
    testShare: 0,
    rows: null,
    confidence: 0.95,
    ...known,
    ...dependent(known, faults),
  };
  const { adaptive, excess, samples, delta, select } = spec;
  faults.push(
    ...(adaptive && excess === null ? [smoothFaults.adaptiveExcess] : []),
    ...(adaptive && known.samples !== undefined ? [smoothFaults.adaptiveSamples] : []),
    ...(adaptive && delta !== null && delta < 1e-9 ? [smoothFaults.adaptiveDelta(delta)] : []),
    ...(adaptive && select > 0 ? [smoothFaults.adaptiveSelect] : []),
    ...(!adaptive && known.maxSamples !== undefined ? [smoothFaults.idleMaxSamples] : []),
  );
  for (const condition of spec.failOn) collectFaults(faults, () => parseSmoothCondition(condition));
  if (faults.length > 0) throw new DpfairError('usage', faults);
  return inOptionOrder({ ...spec, samples: adaptive ? null : samples }, smoothOptions);
}

/** The same for `dpfair smooth audit`. @throws DpfairError `usage` with every fault found. */
export function completePairsSpec(given: Partial<PairsSpecInput>): PairsSpec {
  const faults: Fault[] = [];
  const known = knownKeys<PairsSpec>(given);
  const spec: PairsSpec = {
    ...common,
    of: ['model', 'smoothed'],
    answers: 'labels',
    neighbours: 5,
    protected: [],
    climbs: 0,
    rows: 2000,
    worst: 10,
    ...known,
    ...dependent(known, faults),
  };
  if (spec.metricScale.length > 1) faults.push(smoothFaults.oneScale);
  if (spec.neighbours + spec.protected.length + spec.climbs === 0) faults.push(smoothFaults.nothingSearched);
  if (spec.climbs > 0 && spec.of.includes('model') && spec.answers === 'labels') faults.push(smoothFaults.noSlopes);
  for (const condition of spec.failOn) collectFaults(faults, () => parsePairCondition(condition));
  if (faults.length > 0) throw new DpfairError('usage', faults);
  return inOptionOrder(spec, pairsOptions);
}

/** What depends on other options, and the faults that both commands may have. */
function dependent(
  known: Partial<ModelOnDataSpec>,
  faults: Fault[],
): Pick<ModelOnDataSpec, 'samples' | 'delta' | 'held' | 'seed'> {
  const { samples = null, excess = null, delta = null, norm = '1', metric = ['logistic'] } = known;
  if (known.data === undefined) faults.push(specFaults.noData);
  if (known.model === undefined) faults.push(smoothFaults.noModel);
  const both = samples !== null && excess !== null;
  if (both && delta !== null) faults.push(smoothFaults.threeOfDraws);
  collectFaults(faults, () => {
    const { kind } = parseMetric(metric);
    const isGiven = kind === 'given' || kind === 'file';
    if (kind === 'minimal' && norm !== '1') faults.push(smoothFaults.minimalNorm(norm));
    if (!isGiven && known.otherWeight !== undefined) faults.push(smoothFaults.weightless(kind));
    if ((kind === 'minimal' || kind === 'logistic') && known.metricUnits === 'columns') {
      faults.push(smoothFaults.idleHeldUnits(kind));
    }
  });
  return {
    samples: samples ?? (excess === null ? SAMPLES : null),
    delta: delta ?? (both ? null : DELTA),
    held: sortKeys(known.held ?? {}),
    seed: readSeed(known.seed, faults),
  };
}
