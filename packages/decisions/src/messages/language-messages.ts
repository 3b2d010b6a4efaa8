import { DpfairError, type Fault, type Warning } from '@dpfair/result';

export const statuteFaults = {
  missing: (key: string, allowed: string): Fault => ({ what: `rule file, key ${key} is missing`, allowed }),
  notAllowed: (key: string, value: unknown, allowed: string): Fault => ({
    what: `rule file, key ${key}`,
    value: shown(value),
    allowed,
  }),
  unknownKey: (key: string, allowed: readonly string[]): Fault => ({
    what: 'rule file, unknown key',
    value: key,
    allowed: allowed.join(', '),
  }),
  unreadableRule: (key: string, reason: string): Fault => ({ what: `rule file, key ${key}: ${reason}` }),
} as const;

const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined'));

export const unknownStatute = (name: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', {
    what: 'no built-in rule file of this name',
    value: name,
    allowed: `${allowed.join(', ')}, or a file that ends in .yaml, .yml or .json`,
  });

export const unknownClause = (name: string, statute: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: `clause that ${statute} does not have`, value: name, allowed: allowed.join(', ') });

export const noClauseLeft = (statute: string): DpfairError =>
  new DpfairError('usage', { what: `every clause of ${statute} is switched off`, allowed: 'at least one that is on' });

export const unknownEvent = (name: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', {
    what: 'decision language has no such question',
    value: name,
    allowed: allowed.join(', '),
  });

export const unknownLevel = (entity: number, value: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('input', { entity, what: 'level of an area', value, allowed: allowed.join(', ') });

export const repeatedPair = (
  entities: readonly [number, number],
  level: string,
  area: string,
  language: string,
): DpfairError =>
  new DpfairError(
    'input',
    entities.map((entity) => ({
      entity,
      what: `one of two rows of one ${level} and language`,
      value: `${area}, ${language}`,
      allowed: 'one',
    })),
  );

/** What a pair's clause asks, as a sentence of a table. */
export const languageQuestions = {
  clause: (name: string, rule: string) => `Does clause ${name} hold by itself (${rule})?`,
  state: (name: string, rule: string, stateRule: string) =>
    `Does clause ${name} hold: ${rule} here, and ${stateRule} and illiteracy above the rate in the state?`,
  carried: (name: string) => `Is the pair covered through an American Indian or Alaska Native area (clause ${name})?`,
  illiteracy: (rule: string) => `Is illiteracy above the national rate (${rule})?`,
} as const;

export const languageWarnings = {
  coveredOnly: (pairs: number): Warning => ({
    code: 'covered-pairs-only',
    message: `all ${pairs} pairs are published as covered: such a file shows who may lose coverage, not who may be covered by mistake`,
  }),
  noState: (clause: string, pairs: number, asked: number): Warning => ({
    code: 'clause-without-data',
    message: `clause ${clause} was not applied to ${pairs} of ${asked} pairs of a subdivision: there is no row of their state and language (in the file, or --where left it out)`,
  }),
  noArea: (clause: string, pairs: number): Warning => ({
    code: 'clause-without-data',
    message: `clause ${clause} was not applied in full to ${pairs} pairs: a native area that they name has no row (in the file, or --where left it out)`,
  }),
  overlap: (levels: readonly string[]): Warning => ({
    code: 'people-in-several-rows',
    message:
      `rows of several levels (${levels.join(', ')}) count the same people, each with noise of its own: the privacy that is ` +
      'stated is that of one row, and a person who is in several has the sum of theirs',
  }),
} as const;
