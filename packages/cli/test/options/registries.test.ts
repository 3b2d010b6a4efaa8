import { featureScales } from '@dpfair/data';
import { apportionmentMethodNames, decisionNames, grantNames } from '@dpfair/decisions';
import { activations, modelKinds, optimizerNames, remedyIds } from '@dpfair/learning';
import { accountants, postNames } from '@dpfair/mechanisms';
import {
  mechanismKinds,
  methods,
  neighbourRelations,
  pruningMethods,
  samplingSources,
  stableAlgorithms,
  trainingAlgorithms,
} from '@dpfair/result';
import { type Kernel, type LossKind, presets, type StableFairProgram } from '@dpfair/stability';
import { expect, it } from 'vitest';
import { methodNames, samplingErrorNames } from '../../src/options/estimation-options.js';
import {
  apportionOptionNames,
  decisionOptionNames,
  grantOptionNames,
  postOptionNames,
} from '../../src/options/outcome-options.js';
import { mechanismNames, neighbourNames } from '../../src/options/privacy-options.js';
import {
  interceptNames,
  kernelNames,
  lossNames,
  presetNames,
  stableAlgorithmNames,
} from '../../src/options/stable/program-options.js';
import { adultRows } from '../../src/options/stable/stable-data-options.js';
import { pruningNames, remedyNames } from '../../src/options/train/comparison-options.js';
import { scalingNames } from '../../src/options/train/examples-options.js';
import { activationNames, modelNames } from '../../src/options/train/model-options.js';
import { optimizerOptionNames } from '../../src/options/train/training-options.js';
import { accountantNames, algorithmNames } from '../../src/options/train/training-privacy-options.js';

// Unions that are types alone: a member that is missing here is an error of types.
const losses = { logistic: 1, hinge: 1, squared: 1 } satisfies Record<LossKind, 1>;
const kernels = { rbf: 1, multiquadric: 1, 'inverse-multiquadric': 1 } satisfies Record<Kernel['kind'], 1>;
const intercepts = { penalised: 1, free: 1, none: 1 } satisfies Record<StableFairProgram['intercept'], 1>;

// The help must not load the packages that do the work, so the names stand in two places.
it.each([
  ['decisions', decisionOptionNames, decisionNames],
  ['grants', grantOptionNames, grantNames],
  ['methods of apportionment', apportionOptionNames, apportionmentMethodNames],
  ['post-processings', postOptionNames, postNames],
  ['mechanisms', mechanismNames, mechanismKinds],
  ['neighbour relations', neighbourNames, neighbourRelations],
  ['sources of sampling error', samplingErrorNames, samplingSources],
  ['algorithms of training', algorithmNames, trainingAlgorithms],
  ['models', modelNames, modelKinds],
  ['activations', activationNames, activations],
  ['accountants of sampled steps', ['zcdp', ...accountantNames], Object.keys(accountants)],
  ['remedies', remedyNames, remedyIds],
  ['ways to prune', pruningNames, pruningMethods],
  ['optimizers', optimizerOptionNames, optimizerNames],
  ['scales of features', scalingNames, featureScales],
  ['algorithms of stability', stableAlgorithmNames, stableAlgorithms],
  ['presets', presetNames, ['own', ...Object.keys(presets)]],
  ['losses of stability', lossNames, Object.keys(losses)],
  ['kernels', kernelNames, ['linear', ...Object.keys(kernels)]],
  ['intercepts', interceptNames, Object.keys(intercepts)],
  ['rows of Adult', adultRows, Object.values(presets).map(({ data }) => String(data.rows))],
  ['methods', methodNames, ['auto', ...methods]],
])('the %s that the command offers are those that exist', (_what, offered, existing) => {
  expect([...offered].sort()).toEqual([...existing].sort());
});
