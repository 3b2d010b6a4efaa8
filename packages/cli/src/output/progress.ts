import { printableLine, type TextStream } from './terminal.js';

/** Tells a person how far the work is. */
export interface ProgressDisplay {
  /** A new stage begins: `reading districts.csv`. */
  stage(name: string): void;
  /** So many units of the current stage are done. */
  advance(done: number, total: number): void;
  /** Clears the bar, so that other text can be printed. */
  clear(): void;
}

/**
 * A bar that is drawn over itself on a terminal; otherwise one line per stage, and one per tenth of a stage that takes
 * seconds; nothing when `quiet`. `now` gives milliseconds: the bar is drawn ten times a second at most, a line once.
 * Names of stages may hold text of a file: control characters become a visible mark.
 */
export function progressDisplay(stream: TextStream, quiet: boolean, now: () => number): ProgressDisplay {
  if (quiet) return { stage() {}, advance() {}, clear() {} };
  if (!stream.isTTY) return lineDisplay(stream, now);
  let current = '';
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (line: string) => stream.write(`\r\u001b[2K${line}`);
  return {
    stage(name) {
      current = printableLine(name);
      drawnAt = Number.NEGATIVE_INFINITY;
      draw(current.slice(0, (stream.columns || 80) - 1));
    },
    advance(done, total) {
      if (done < total && now() - drawnAt < 100) return;
      drawnAt = now();
      draw(bar(current, done, total, stream.columns || 80));
    },
    clear: () => draw(''),
  };
}

/** Lines, for a log: what is over within a second says nothing but its name. */
function lineDisplay(stream: TextStream, now: () => number): ProgressDisplay {
  let current = '';
  let tenths = 0;
  let writtenAt = 0;
  return {
    stage(name) {
      current = printableLine(name);
      stream.write(`${current}\n`);
      [tenths, writtenAt] = [0, now()];
    },
    advance(done, total) {
      const reached = total > 0 ? Math.floor((10 * Math.min(done, total)) / total) : 10;
      if (reached <= tenths || now() - writtenAt < 1000) return;
      [tenths, writtenAt] = [reached, now()];
      stream.write(`${current}: ${reached * 10} %\n`);
    },
    clear() {},
  };
}

/** `simulating  [########--------]  50 %`, within so many columns. */
export function bar(name: string, done: number, total: number, columns: number): string {
  const share = total > 0 ? Math.min(1, done / total) : 1;
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const width = Math.max(0, Math.min(40, columns - name.length - percent.length - 6));
  const filled = Math.round(share * width);
  return `${name}  [${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ${percent}`.slice(0, columns - 1);
}
