import { lineAt } from './line-at.mjs';

/**
 * Words that have one room or none: `Math.random`, the clock, `process.exit(`
 * (which cuts piped output; the table names the files that die on purpose).
 *
 * @param {import('./read-house.mjs').SourceFile} file
 * @param {import('./import-faults.mjs').House} house
 * @returns {string[]}
 */
export function wordFaults(file, house) {
  const rules = [
    { word: /\bMath\s*\.\s*random\b/g, what: 'Math.random', rooms: house.mathRandomIn, everywhere: false },
    { word: /\bDate\s*\.\s*now\b/g, what: 'Date.now', rooms: house.clockIn, everywhere: false },
    { word: /\bnew\s+Date\s*\(/g, what: 'new Date(', rooms: house.clockIn, everywhere: false },
    { word: /\bprocess\s*\.\s*exit\s*\(/g, what: 'process.exit(', rooms: house.processExitIn, everywhere: true },
  ];
  return rules.flatMap(({ word, what, rooms, everywhere }) => {
    if (rooms.includes(everywhere ? file.path : file.folder) || !(file.inSource || everywhere)) return [];
    const allowed = what === 'process.exit(' ? 'process.exitCode' : `in: ${rooms.join(', ') || 'no package'}`;
    return Array.from(
      file.code.matchAll(word),
      (match) => `${file.path}:${lineAt(file.code, match.index)}: ${what} (allowed: ${allowed})`,
    );
  });
}
