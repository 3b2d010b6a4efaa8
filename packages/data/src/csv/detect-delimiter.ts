import type { Delimiter } from '../raw-table.js';

const candidates: readonly Delimiter[] = [',', ';', '\t', '|'];

const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_LINES = 100;

/**
 * Finds what stands between fields: the candidate that occurs equally often (and at least once) on the largest share of
 * the first lines, quoted text left out. A tie goes to the one that occurs more often a line, then to the order `, ; tab |`.
 * Text with none of them is a single column: the answer is then a comma.
 *
 * @param text text with `\n` between lines
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = sampleLines(text);
  let best: Delimiter = ',';
  let most = { lines: 0, perLine: 0 };
  for (const candidate of candidates) {
    const found = agreement(lines, candidate);
    if (found.lines > most.lines || (found.lines === most.lines && found.perLine > most.perLine)) {
      best = candidate;
      most = found;
    }
  }
  return best;
}

/** The most common positive number of delimiters on the first lines, quoted text left out; 0 when there is none. */
export function delimitersPerLine(text: string, delimiter: Delimiter): number {
  return agreement(sampleLines(text), delimiter).perLine;
}

function sampleLines(text: string): string[] {
  return text
    .slice(0, SAMPLE_CHARACTERS)
    .replace(/"(?:[^"]|"")*(?:"|$)/g, '')
    .split('\n', SAMPLE_LINES)
    .filter((line) => line.trim() !== '');
}

/** The most common positive number of occurrences a line, and how many lines have it. */
function agreement(lines: readonly string[], candidate: Delimiter): { lines: number; perLine: number } {
  const tally = new Map<number, number>();
  for (const line of lines) {
    const occurrences = line.split(candidate).length - 1;
    if (occurrences > 0) tally.set(occurrences, (tally.get(occurrences) ?? 0) + 1);
  }
  let most = { lines: 0, perLine: 0 };
  for (const [perLine, count] of tally) {
    if (count > most.lines || (count === most.lines && perLine > most.perLine)) most = { lines: count, perLine };
  }
  return most;
}
