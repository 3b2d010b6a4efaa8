/** Names separated by commas; one that holds a comma stands in double quotes, as in CSV: `sex,"income, net"`. */
export function splitNames(text: string): readonly string[] {
  const next = /\s*(?:"((?:[^"]|"")*)"|([^,]*?))\s*(,|$)/y;
  const found: string[] = [];
  for (;;) {
    const [, quoted, plain = '', end] = next.exec(text) ?? [];
    found.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') return found;
  }
}

/** Writes names so that `splitNames` gives them back. */
export function joinNames(names: readonly string[]): string {
  return names.map((name) => (/,|^"/.test(name) ? `"${name.replaceAll('"', '""')}"` : name)).join(',');
}
