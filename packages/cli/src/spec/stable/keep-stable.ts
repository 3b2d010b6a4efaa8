import { withoutKeys } from '../keys/without-keys.js';
import { ofPrivate } from './stable-contradictions.js';
import type { StableSpecInput } from './stable-spec.js';

/**
 * What is left of a spec file beside a command line: other algorithms, groups or a kernel that are named there take with them what the file says of
 * its own, and other data the further files.
 */
export function keepStable(
  file: Partial<StableSpecInput>,
  fromOptions: Partial<StableSpecInput>,
): Partial<StableSpecInput> {
  const gone = [
    ...('algorithm' in fromOptions ? ['bound', 'weight', 'epsilon'] : []),
    ...(fromOptions.algorithm?.includes('private') === false ? ofPrivate : []),
    ...('group' in fromOptions ? ['binary', 'contrast'] : []),
    ...('kernel' in fromOptions ? ['kernelWidth', 'intercept'] : []),
    ...('data' in fromOptions ? ['more', 'rows'] : []),
  ];
  return withoutKeys(file, gone);
}
