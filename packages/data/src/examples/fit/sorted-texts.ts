/** Numbers ascending where all are, else the order of code units, which is the same everywhere. */
export function sortedTexts(texts: ReadonlySet<string>): string[] {
  const sorted = [...texts].sort();
  return sorted.every((text) => Number.isFinite(Number(text)))
    ? sorted.sort((one, other) => Number(one) - Number(other))
    : sorted;
}
