/** Whether the `major.minor.patch` version `have` is `want` or newer. @param {string} have @param {string} want */
export function isAtLeast(have, want) {
  const [ours, theirs] = [have, want].map((version) => version.split('.').map(Number));
  for (let k = 0; k < 3; k++) {
    const difference = (ours?.[k] ?? 0) - (theirs?.[k] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
