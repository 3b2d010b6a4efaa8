import { cleanText } from '../../format/index.js';

/** What a remedy is called: beginning a row, and within a sentence. */
export interface RemedyWords {
  readonly label: string;
  readonly phrase: string;
}

const known: ReadonlyMap<string, RemedyWords> = new Map([
  ['none', { label: 'as it is', phrase: 'plain private training' }],
  ['penalties', { label: 'penalties', phrase: 'training with penalties' }],
  ['private-penalties', { label: 'private penalties', phrase: 'training with private penalties' }],
  ['by-group', { label: 'clipping by group (DPSGD-F)', phrase: 'clipping by group (DPSGD-F)' }],
  ['global', { label: 'global scaling (DPSGD-Global)', phrase: 'global scaling (DPSGD-Global)' }],
  [
    'global-adaptive',
    { label: 'adaptive scaling (Global-Adapt)', phrase: 'adaptive global scaling (DPSGD-Global-Adapt)' },
  ],
  ['early-stopping', { label: 'early stopping by group', phrase: 'early stopping by group' }],
  ['parity', { label: 'parity of losses', phrase: 'training towards equal losses (Lagrangian parity)' }],
]);

/** The words for a remedy; of one that is not known, its name. */
export function remedyWords(id: string): RemedyWords {
  const name = cleanText(id);
  return known.get(id) ?? { label: name, phrase: name };
}
