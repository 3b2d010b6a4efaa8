/** What the report writes for a number that there is not. */
const MISSING = '\u2013';

/**
 * Lines up rows under their headings, two blanks apart. Columns in which every cell reads as a number, or is the dash of a missing one, stand right,
 * the others left; a line never ends in blanks.
 *
 * @example textTable(['id', 'bias'], [['a', '12'], ['b', '3']]) // 'id  bias\na     12\nb      3\n'
 */
export function textTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const numeric = columns.map((_column, index) => {
    const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== MISSING);
    return (cells.length > 0 || rows.length === 0) && cells.every((cell) => /^[-−+$]?\d/.test(cell));
  });
  return [columns, ...rows]
    .map((row) =>
      widths
        .map((width, index) => {
          const cell = row[index] ?? '';
          const padding = ' '.repeat(width - widthOf(cell));
          return numeric[index] ? padding + cell : cell + padding;
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Letters that a terminal shows two places wide: Chinese, Japanese, Korean, full-width forms, pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function widthOf(text: string): number {
  return [...text.normalize('NFC')].reduce((width, letter) => width + (wide.test(letter) ? 2 : 1), 0);
}
