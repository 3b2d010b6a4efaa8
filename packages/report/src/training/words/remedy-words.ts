import { cleanText } from '../../format/index.js';

/** What a remedy is called: beginning a row, and within a sentence. */
export interface RemedyWords {
  readonly label: string;
  readonly phrase: string;
}

const known: ReadonlyMap<string, RemedyWords> = new Map([
  ['none', { label: 'as it is', phrase: 'plain private training' }],
  ['two-penalty', { label: 'two penalties', phrase: 'training with two penalties' }],
  ['two-penalty-private', { label: 'two penalties, private', phrase: 'training with two private penalties' }],
  ['dpsgd-f', { label: 'DPSGD-F', phrase: 'clipping by group (DPSGD-F)' }],
  ['dpsgd-global', { label: 'DPSGD-Global', phrase: 'global scaling (DPSGD-Global)' }],
  ['dpsgd-global-adapt', { label: 'DPSGD-Global-Adapt', phrase: 'adaptive global scaling (DPSGD-Global-Adapt)' }],
  ['early-stopping', { label: 'early stopping', phrase: 'early stopping by group' }],
  ['lagrangian', { label: 'Lagrangian parity', phrase: 'Lagrangian parity of losses' }],
]);

/** The words for a remedy; of one that is not known, its name. */
export function remedyWords(id: string): RemedyWords {
  const name = cleanText(id);
  return known.get(id) ?? { label: name, phrase: name };
}
