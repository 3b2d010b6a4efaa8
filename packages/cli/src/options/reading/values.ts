import { allowedValues } from '../../messages/values.js';
import { decimalNumber } from './decimal-number.js';
import { splitNames } from './name-list.js';
import type { NumberRange } from './number-range.js';

/** What came of reading one option: its value, or what would have been allowed. */
export type Reading<T> = { readonly value: T } | { readonly allowed: string };

/** Turns what the command line (text) or a spec file (any YAML value) gives into a value. */
export type ValueReader<T> = (raw: unknown) => Reading<T>;

/** One piece of text; a number in a spec file is taken as it is written. */
export const text: ValueReader<string> = (raw) => {
  const value = scalarText(raw);
  return value === undefined || value === '' ? { allowed: allowedValues.text } : { value };
};

/** A whole number below 2^64, decimal or 0x and hexadecimal digits, as text: doubles skip some of them. */
export const seed: ValueReader<string> = (raw) => {
  const value = scalarText(raw) ?? '';
  const isSeed = /^(?:\d+|0x[\da-f]+)$/i.test(value) && BigInt(value) < 2n ** 64n;
  return isSeed ? { value } : { allowed: allowedValues.seed };
};

/** Any number of pieces of text, each from one use of the option, or a list in a spec file. */
export const texts: ValueReader<readonly string[]> = (raw) => {
  const items = (Array.isArray(raw) ? raw : [raw]).map(scalarText);
  return items.every((item) => item !== undefined && item !== '')
    ? { value: items as string[] }
    : { allowed: allowedValues.texts };
};

/** Present or not; true or false in a spec file. */
export const flag: ValueReader<boolean> = (raw) =>
  typeof raw === 'boolean' ? { value: raw } : { allowed: allowedValues.flag };

/** One number, such as `1e-5`. */
export function number(range: NumberRange = {}): ValueReader<number> {
  return (raw) => {
    const value = decimalNumber(scalarText(raw));
    return inRange(value, range) ? { value } : { allowed: allowedValues.number(range) };
  };
}

/** Different numbers, separated by commas, or a list in a spec file. */
export function numbers(range: NumberRange = {}): ValueReader<readonly number[]> {
  return (raw) => {
    const values = listOf(raw).map(decimalNumber);
    return values.length > 0 && values.every((value) => inRange(value, range)) && areDifferent(values)
      ? { value: values }
      : { allowed: allowedValues.numbers(range) };
  };
}

/** Numbers in their order, separated by commas, or a list in a spec file; they may repeat, and a list in a spec file may be empty. */
export function sequence(range: NumberRange = {}): ValueReader<readonly number[]> {
  return (raw) => {
    const values = listOf(raw).map(decimalNumber);
    return values.every((value) => inRange(value, range))
      ? { value: values }
      : { allowed: allowedValues.sequence(range) };
  };
}

/** One of a closed list of names. */
export function choice<T extends string>(allowed: readonly T[]): ValueReader<T> {
  return (raw) => {
    const value = allowed.find((name) => name === scalarText(raw));
    return value === undefined ? { allowed: allowedValues.choice(allowed) } : { value };
  };
}

/** Different names of a closed list, separated by commas, or a list in a spec file, which may be empty where `atLeast` is 0. */
export function choices<T extends string>(allowed: readonly T[], { atLeast = 1 } = {}): ValueReader<readonly T[]> {
  return (raw) => {
    const values = listOf(raw).map((item) => allowed.find((name) => name === item));
    return values.length >= atLeast && values.every((value) => value !== undefined) && areDifferent(values)
      ? { value: values as T[] }
      : { allowed: allowedValues.choices(allowed) };
  };
}

/** Different names, separated by commas (one that holds a comma in double quotes), or a list, possibly empty, in a spec file, where commas are letters. */
export const names: ValueReader<readonly string[]> = (raw) => {
  const values = typeof raw === 'string' ? splitNames(raw) : (Array.isArray(raw) ? raw : [raw]).map(scalarText);
  return values.every((value) => value !== undefined && value !== '') && areDifferent(values)
    ? { value: values as string[] }
    : { allowed: allowedValues.names };
};

/** `name=on` or `name=off`, any number of times, or a mapping in a spec file. */
export const switches: ValueReader<Readonly<Record<string, boolean>>> = (raw) => {
  const written = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? withWords(raw) : raw;
  const read = pairs(written);
  if (!('value' in read) || !Object.values(read.value).every((word) => word === 'on' || word === 'off')) {
    return { allowed: allowedValues.switches };
  }
  return { value: Object.fromEntries(Object.entries(read.value).map(([name, word]) => [name, word === 'on'])) };
};

/** YAML gives true and false, a command line on and off. */
const withWords = (record: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'on' : 'off') : value]),
  );

type Pairs = Readonly<Record<string, string>>;

/** `key=value`, any number of times, or a mapping in a spec file. @param allowed what one that is refused is told */
const pairsOf =
  (allowed: string): ValueReader<Pairs> =>
  (raw) => {
    const refused = { allowed };
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
      const entries = Object.entries(raw).map(([key, value]) => [key, scalarText(value)] as const);
      const complete = entries.every(([key, value]) => key !== '' && value !== undefined && value !== '');
      return complete ? { value: Object.fromEntries(entries) as Record<string, string> } : refused;
    }
    const entries = (Array.isArray(raw) ? raw : [raw]).map((item) => splitAtEquals(scalarText(item)));
    if (!entries.every((entry) => entry !== undefined)) return refused;
    const value = Object.fromEntries(entries);
    return Object.keys(value).length === entries.length ? { value } : refused;
  };

/** A column for each role. */
export const pairs = pairsOf(allowedValues.pairs);
/** A value for each column. */
export const valuePairs = pairsOf(allowedValues.valuePairs);
/** A weight for each algorithm. */
export const weightPairs = pairsOf(allowedValues.weightPairs);

/** Splits `left=right` at its first equals sign; undefined unless both sides hold something. */
export function splitAtEquals(pair: string | undefined): readonly [string, string] | undefined {
  const [, left, right] = /^([^=]*)=(.*)$/s.exec(pair ?? '') ?? [];
  const [key, value] = [left?.trim(), right?.trim()];
  return key && value ? [key, value] : undefined;
}

function scalarText(raw: unknown): string | undefined {
  if (typeof raw === 'string') return raw.trim();
  return typeof raw === 'number' || typeof raw === 'bigint' ? String(raw) : undefined;
}

function listOf(raw: unknown): readonly (string | undefined)[] {
  const parts = typeof raw === 'string' ? raw.split(',') : Array.isArray(raw) ? raw.flatMap(splitAtCommas) : [raw];
  return parts.map(scalarText);
}

function splitAtCommas(item: unknown): readonly unknown[] {
  return typeof item === 'string' ? item.split(',') : [item];
}

function inRange(value: number, { above, atLeast, below, atMost, whole = false }: NumberRange): boolean {
  return (
    Number.isFinite(value) &&
    !(whole && !Number.isSafeInteger(value)) &&
    !(above !== undefined && value <= above) &&
    !(atLeast !== undefined && value < atLeast) &&
    !(below !== undefined && value >= below) &&
    !(atMost !== undefined && value > atMost)
  );
}

function areDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}
