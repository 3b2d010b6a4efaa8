/** A stream that may be a terminal. */
export interface TextStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** What of the environment decides how text looks. */
export type Environment = Readonly<Record<string, string | undefined>>;

const codes = { bold: 1, red: 31, green: 32, yellow: 33 } as const;

/** Colours text for a terminal; leaves it alone for a pipe, under NO_COLOR (any value but the empty one) and on TERM=dumb. */
export function painter(
  stream: TextStream,
  environment: Environment,
): (text: string, colour: keyof typeof codes) => string {
  const plain = !stream.isTTY || Boolean(environment.NO_COLOR) || environment.TERM === 'dumb';
  return (text, colour) => (plain ? text : `\u001b[${codes[colour]}m${text}\u001b[0m`);
}

/** Text that came from a file, made harmless for a terminal: control characters become a visible mark. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** The same for text that must stay within its line: a line break of the file would begin a line of ours. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\u2028\u2029]/g, '\ufffd');
}
