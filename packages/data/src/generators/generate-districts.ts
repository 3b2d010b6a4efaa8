import { DpfairError } from '@dpfair/result';
import { openStream, type RandomStream, type Seed } from '@dpfair/stats';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { readSeed } from '../read-seed.js';
import { stateCodes } from '../saipe/state-codes.js';
import type { GenerateOptions } from './generate-options.js';
import { tableOfRows } from './table-of-rows.js';

const MOST_ROWS = 1_000_000;

/** Below this many districts a largest share of 2 % is not what such a table looks like, so none is planted. */
const ROWS_WITH_GIANT = 1000;
const GIANT_SHARE = 0.02;

// Solved by hand for: median 246, 13 % of all districts (the zeros included) below 50.
const ZERO_SHARE = 0.02;
const BODY_MEDIAN = 254.6;
const BODY_LOG_SD = 1.34;
const MEAN = 612.5;

/** No other district comes nearer to the largest than this. */
const RUNNER_UP = 0.7;

/**
 * A generated table shaped like school districts: columns `id, name, state, children, poor, weight`. It describes no real place
 * and says so in every name ("Generated District 0001"); only the state codes are real.
 *
 * `poor`: 2 % zeros, the rest log-normal with median 255 and log s.d. 1.34, which makes the median of all 246 and 13 % of all
 * less than 50; with 1,000 rows or more, one district holds 2 % of the total. `children` >= `poor`: divided by a logit-normal
 * poverty rate, median 14.5 %. `weight`: spending per pupil in dollars, one value a state, 7,000 to 24,000.
 *
 * @throws DpfairError `usage` for a number of rows or a seed out of range
 * @example
 * generateDistricts({ rows: 1000, seed: 2021 }).columns; // ['id', 'name', 'state', 'children', 'poor', 'weight']
 */
export function generateDistricts({ rows, seed }: GenerateOptions): RawTable {
  if (!(Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS)) {
    throw new DpfairError('usage', messages.badRowCount(rows, MOST_ROWS));
  }
  const key = readSeed(seed);
  const states = drawStates(key);
  const stream = openStream(key, 'generator', 0);
  const cap = rows >= ROWS_WITH_GIANT ? RUNNER_UP * GIANT_SHARE * MEAN * rows : Number.POSITIVE_INFINITY;
  const districts = Array.from({ length: rows }, () => drawDistrict(stream, states.length, cap));
  if (rows >= ROWS_WITH_GIANT) plantGiant(districts, stream.nextInteger(rows));
  const digits = Math.max(4, String(rows).length);
  const table = districts.map(({ state, children, poor }, row) => {
    const { fips, postal, weight } = states[state] as GeneratedState;
    const number = String(row + 1);
    const id = fips + number.padStart(5, '0');
    return [id, `Generated District ${number.padStart(digits, '0')}`, postal, String(children), String(poor), weight];
  });
  return tableOfRows('generated districts', ['id', 'name', 'state', 'children', 'poor', 'weight'], table);
}

interface GeneratedState {
  readonly fips: string;
  readonly postal: string;
  readonly weight: string;
}

interface GeneratedDistrict {
  readonly state: number;
  children: number;
  poor: number;
}

function drawStates(seed: Seed): GeneratedState[] {
  const stream = openStream(seed, 'generator', 1);
  return stateCodes
    .filter(({ postal }) => postal !== 'PR')
    .map((code) => {
      const dollars = 12_000 * Math.exp(0.25 * stream.nextGaussian());
      return { ...code, weight: String(Math.round(Math.min(24_000, Math.max(7_000, dollars)))) };
    });
}

function drawDistrict(stream: RandomStream, states: number, cap: number): GeneratedDistrict {
  const state = stream.nextInteger(states);
  if (stream.nextUniform() < ZERO_SHARE) {
    return { state, poor: 0, children: Math.round(60 * Math.exp(0.8 * stream.nextGaussian())) };
  }
  let poor: number;
  do poor = Math.round(BODY_MEDIAN * Math.exp(BODY_LOG_SD * stream.nextGaussian()));
  while (poor > cap);
  const rate = 1 / (1 + Math.exp(1.774 - 0.74 * stream.nextGaussian()));
  return { state, poor, children: Math.round(poor / rate) };
}

function plantGiant(districts: GeneratedDistrict[], at: number): void {
  const giant = districts[at] as GeneratedDistrict;
  const others = districts.reduce((sum, { poor }) => sum + poor, 0) - giant.poor;
  giant.poor = Math.round((GIANT_SHARE / (1 - GIANT_SHARE)) * others);
  giant.children = Math.round(giant.poor / 0.2);
}
