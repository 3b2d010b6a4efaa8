import { joinNames } from '../options/reading/name-list.js';
import { kebabCase } from '../options/reading/option.js';

/** Comma lists; other lists repeat the option. */
const commaLists = new Set<string>([
  'mitigation',
  'search',
  'epsilon',
  'totalEpsilon',
  'scale',
  'sigma',
  'mechanism',
  'post',
  'public',
  'grant',
  'private',
  'groupBands',
  'drop',
  'keep',
  'textColumns',
  'hidden',
  'prune',
  'remedies',
  'pruneMethod',
  'columns',
  'classes',
  'metricScale',
  'of',
  'algorithm',
  'group',
  'lambda',
]);

/**
 * A command that repeats the run for a POSIX shell: every value of the spec that is set, seed included, so that it does
 * not depend on the defaults of a later version.
 */
export function commandLineOf(spec: object, command = 'audit'): string {
  const words = Object.entries(spec).flatMap(([key, value]) => wordsOf(key, value));
  return ['dpfair', command, ...words.map(quoteForShell)].join(' ');
}

function wordsOf(key: string, value: unknown): readonly string[] {
  if (key === 'data') return [fileWord(String(value))];
  if (key === 'log') return (value as readonly string[]).map(fileWord);
  const option = `--${kebabCase(key)}`;
  if (value === null || value === false) return [];
  if (value === true) return [option];
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    return commaLists.has(key)
      ? [option, joinNames(value.map(String))]
      : value.flatMap((item) => optionWords(option, String(item)));
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([role, column]) => optionWords(option, `${role}=${wordOf(column)}`));
  }
  return optionWords(option, value === '\t' ? 'tab' : String(value));
}

/** A file that is called like an option is named with its folder. */
const fileWord = (path: string) => (/^-./.test(path) ? `./${path}` : path);

const wordOf = (value: unknown) => (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));

function optionWords(option: string, value: string): readonly string[] {
  return value.startsWith('-') ? [`${option}=${value}`] : [option, value];
}

/** Quotes one word so that a POSIX shell takes it literally. */
export function quoteForShell(word: string): string {
  return /^[\w./:,=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
