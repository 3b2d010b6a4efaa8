import { apportionmentMethodNames, decisionNames, grantNames } from '@dpfair/decisions';
import { postNames } from '@dpfair/mechanisms';
import { mechanismKinds, methods, neighbourRelations, samplingSources } from '@dpfair/result';
import { expect, it } from 'vitest';
import { methodNames, samplingErrorNames } from '../../src/options/estimation-options.js';
import {
  apportionOptionNames,
  decisionOptionNames,
  grantOptionNames,
  postOptionNames,
} from '../../src/options/outcome-options.js';
import { mechanismNames, neighbourNames } from '../../src/options/privacy-options.js';

// The help must not load the packages that do the work, so the names stand in two places.
it.each([
  ['decisions', decisionOptionNames, decisionNames],
  ['grants', grantOptionNames, grantNames],
  ['methods of apportionment', apportionOptionNames, apportionmentMethodNames],
  ['post-processings', postOptionNames, postNames],
  ['mechanisms', mechanismNames, mechanismKinds],
  ['neighbour relations', neighbourNames, neighbourRelations],
  ['sources of sampling error', samplingErrorNames, samplingSources],
  ['methods', methodNames, ['auto', ...methods]],
])('the %s that the command offers are those that exist', (_what, offered, existing) => {
  expect([...offered].sort()).toEqual([...existing].sort());
});
