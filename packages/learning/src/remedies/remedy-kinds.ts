import { byGroup, global, globalAdaptive } from './kinds/clipping-rules.js';
import { earlyStopping } from './kinds/early-stopping.js';
import { parity } from './kinds/parity.js';
import { penalties, privatePenalties } from './kinds/penalties.js';
import type { RemedyId, RemedyKind } from './remedy.js';

/** Every remedy by name. */
export const remedyKinds: Readonly<Record<RemedyId, RemedyKind>> = {
  penalties,
  'private-penalties': privatePenalties,
  'by-group': byGroup,
  global,
  'global-adaptive': globalAdaptive,
  'early-stopping': earlyStopping,
  parity,
};
