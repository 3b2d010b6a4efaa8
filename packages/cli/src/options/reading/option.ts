import type { Options } from 'yargs';
import type { ValueReader } from './values.js';

/** One option of a command: how it is described and how its value is read. */
export interface Option<T> {
  /** What it does, with its unit. */
  readonly describe: string;
  /** The default as the help shows it; none when leaving it out has no value of its own. */
  readonly default?: string;
  /** May be given more than once. */
  readonly repeatable?: boolean;
  /** Takes no value. */
  readonly flag?: boolean;
  /** Other names. */
  readonly alias?: string;
  readonly read: ValueReader<T>;
}

/** Options by their name on the command line, without the dashes. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The options as yargs wants them. Values stay text: `readOptions` turns them into values and refuses what is wrong. */
export function toYargsOptions(table: OptionTable, group: string): Record<string, Options> {
  return Object.fromEntries(
    Object.entries(table).map(([name, option]) => [
      name,
      {
        describe: option.describe,
        group,
        ...(option.alias === undefined ? {} : { alias: option.alias }),
        ...(option.flag ? { boolean: true } : { requiresArg: true }),
        ...(option.repeatable ? { array: true } : {}),
        ...(option.default === undefined ? {} : { defaultDescription: option.default }),
      } satisfies Options,
    ]),
  );
}

/** `total-epsilon` -> `totalEpsilon`: the name of an option in a spec and in a result. */
export function camelCase(optionName: string): string {
  return optionName.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** `totalEpsilon` -> `total-epsilon`: the name on the command line. */
export function kebabCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
