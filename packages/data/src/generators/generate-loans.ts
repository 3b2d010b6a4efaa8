import { DpfairError } from '@dpfair/result';
import { openStream, type RandomStream } from '@dpfair/stats';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { readSeed } from '../read-seed.js';
import type { GenerateOptions } from './generate-options.js';
import { tableOfRows } from './table-of-rows.js';

const MOST_ROWS = 1_000_000;

/** A community of applicants: what makes private training treat it as it does. */
interface Community {
  readonly name: string;
  /** Part of all rows. */
  readonly share: number;
  /** How much wider incomes and debts vary, on a log scale: long inputs. */
  readonly spread: number;
  /** Median income, dollars. */
  readonly income: number;
  /** Moves the chance of approval: class balance. */
  readonly lean: number;
  /** Part of the labels that is turned over. */
  readonly wrong: number;
}

const communities: readonly Community[] = [
  { name: 'Amber', share: 0.6, spread: 1, income: 52_000, lean: 0.6, wrong: 0.02 },
  { name: 'Blue', share: 0.25, spread: 1, income: 46_000, lean: 0, wrong: 0.1 },
  { name: 'Coral', share: 0.15, spread: 2.2, income: 40_000, lean: 0.3, wrong: 0.05 },
];

const regions = ['Generated East', 'Generated North', 'Generated South', 'Generated West'];

/**
 * A generated table of loan applications to learn from: columns `income, debt, years, region, community, approved`. It describes
 * no real people and says so in every region ("Generated North").
 *
 * Three communities of 60, 25 and 15 % of the rows. `Coral` is small and its incomes and debts vary 2.2 times as widely (on a log scale), so that its
 * inputs are long; of `Blue` one label in ten is turned over; `Amber` is large and approved most often. `income` and `debt`: dollars,
 * log-normal; `years` of credit history: 0 to 40; `approved`: yes with a logistic chance of the logarithms of income and debt and of years.
 *
 * @throws DpfairError `usage` for a number of rows or a seed out of range
 * @example
 * generateLoans({ rows: 600, seed: 41 }).columns; // ['income', 'debt', 'years', 'region', 'community', 'approved']
 */
export function generateLoans({ rows, seed }: GenerateOptions): RawTable {
  if (!(Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS))
    throw new DpfairError('usage', messages.badRowCount(rows, MOST_ROWS));
  const stream = openStream(readSeed(seed), 'generator', 2);
  const applications = Array.from({ length: rows }, () => drawApplication(stream));
  return tableOfRows('generated loans', ['income', 'debt', 'years', 'region', 'community', 'approved'], applications);
}

function drawApplication(stream: RandomStream): string[] {
  const community = drawCommunity(stream.nextUniform());
  const { spread, lean, wrong } = community;
  const [wealth, burden, age] = [stream.nextGaussian(), stream.nextGaussian(), stream.nextUniform()];
  const income = toHundreds(community.income * Math.exp(0.35 * spread * wealth));
  const debt = toHundreds(16_000 * Math.exp(0.5 * spread * burden));
  const years = Math.floor(41 * age ** 1.5);
  const region = regions[stream.nextInteger(regions.length)] as string;
  const chance = 1 / (1 + Math.exp(-(lean + 1.8 * wealth - 1.2 * burden + 0.08 * (years - 16))));
  const deserved = stream.nextUniform() < chance;
  const approved = stream.nextUniform() < wrong ? !deserved : deserved;
  return [String(income), String(debt), String(years), region, community.name, approved ? 'yes' : 'no'];
}

function drawCommunity(place: number): Community {
  let upTo = 0;
  return (
    communities.find(({ share }) => {
      upTo += share;
      return place < upTo;
    }) ?? (communities[0] as Community)
  );
}

const toHundreds = (dollars: number): number => 100 * Math.round(dollars / 100);
