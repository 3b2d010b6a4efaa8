import type { Argv } from 'yargs';

/** Names of the options that a parser knows. */
export function optionNamesOf(argv: Argv): readonly string[] {
  const { key } = (argv as unknown as { getOptions(): { key: Record<string, unknown> } }).getOptions();
  return Object.keys(key);
}
