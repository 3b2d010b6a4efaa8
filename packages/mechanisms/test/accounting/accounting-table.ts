import { readFileSync } from 'node:fs';

interface EpsilonRow {
  readonly of: 'epsilon';
  readonly samplingRate: number;
  readonly noiseMultiplier: number;
  readonly count: number;
  readonly delta: number;
  readonly rdp: number;
  readonly pld: number;
  /** Not there for few steps, or without sampling: those have closed forms. */
  readonly exact: number | null;
}

interface DivergenceRow {
  readonly of: 'divergence';
  readonly samplingRate: number;
  readonly noiseMultiplier: number;
  readonly order: number;
  readonly value: string;
}

/** Between the two is the exact epsilon. */
interface BetweenRow {
  readonly of: 'between';
  readonly samplingRate: number;
  readonly noiseMultiplier: number;
  readonly count: number;
  readonly delta: number;
  readonly lower: number;
  readonly upper: number;
}

const rows = readFileSync(new URL('../tables/accounting.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as EpsilonRow | BetweenRow | DivergenceRow);

/** Rows of tables/accounting.py. */
export const epsilonRows = rows.filter((row) => row.of === 'epsilon');
export const betweenRows = rows.filter((row) => row.of === 'between');
export const divergenceRows = rows.filter((row) => row.of === 'divergence');
