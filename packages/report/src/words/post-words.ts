import { cleanText } from '../format/index.js';
import { knownMitigation } from './mitigation-words.js';
import type { Wording } from './wording.js';

const known: Readonly<Record<string, Wording>> = {
  none: {
    label: 'no post-processing',
    phrase: 'the release without post-processing',
    meaning: 'the noisy counts are used as they are, negative ones included',
  },
  clip: {
    label: 'clipping at zero',
    phrase: 'clipping at zero',
    meaning: 'every negative noisy count is replaced by zero',
  },
  sum: {
    label: 'adjustment to the total',
    phrase: 'adjustment to the known total',
    meaning: 'the difference between the noisy sum and the known total is spread evenly over all entities',
  },
  simplex: {
    label: 'projection onto the simplex',
    phrase: 'projection onto the simplex',
    meaning: 'the nearest counts that are not negative and add up to the known total',
  },
  baseline: {
    label: 'baseline rule',
    phrase: 'the baseline rule',
    meaning: 'every negative noisy count is replaced by zero, then the shares are computed',
  },
  pos: {
    label: 'PoS rule',
    phrase: 'the PoS rule (projection of the shares onto the simplex)',
    meaning: 'the shares are computed from the noisy counts, then replaced by the nearest shares that are not negative',
  },
};

/** Words for a post-processing or a mitigation; one that is not known keeps its own name. */
export function postWords(post: string): Wording {
  const found = Object.hasOwn(known, post) ? known[post] : knownMitigation(post);
  const name = cleanText(post);
  return (
    found ?? { label: name, phrase: `the post-processing ${name}`, meaning: 'described in the specification below' }
  );
}
