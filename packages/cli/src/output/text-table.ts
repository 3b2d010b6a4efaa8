/**
 * Lines up rows under their headings, two blanks apart. Columns in which every cell reads as a number stand right,
 * the others left; a line never ends in blanks.
 *
 * @example textTable(['id', 'bias'], [['a', '12'], ['b', '3']]) // 'id  bias\na     12\nb      3\n'
 */
export function textTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const numeric = columns.map((_column, index) => rows.every((row) => /^[-−+$]?\d/.test(row[index] ?? '')));
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

function widthOf(text: string): number {
  return [...text.normalize('NFC')].length;
}
