import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { joinTables, readTable, toCountTable } from '@dpfair/data';
import { decisionByName, type GrantName, grantNames } from '@dpfair/decisions';
import { auditTable } from '@dpfair/fairness';
import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const there = existsSync(`${folder}/saipe/ussd21_clean.csv`);
if (!there) console.warn('SKIPPED: real SAIPE data are not beside the checkout');

const read = (file: string) => readTable(readFileSync(`${folder}/${file}`), { file });

function districts(): CountTable {
  const joined = joinTables(read('saipe/ussd21_clean.csv'), read('finance/per_pupil_2016.csv'), {
    on: [{ left: 'State Postal Code', right: 'postal' }],
    unmatched: 'drop',
  });
  return toCountTable(joined, {
    roles: { children: 'Estimated Population 5-17', expenditure: 'ppe', state: 'State Postal Code' },
    counts: ['count'],
    fixed: ['children', 'expenditure'],
    labels: ['state'],
  }).table;
}

/** Who is eligible, in whole numbers. */
const eligible: Readonly<Record<GrantName, (count: number, children: number) => boolean>> = {
  basic: (count, children) => count >= 10 && 50 * count > children,
  concentration: (count, children) =>
    count >= 10 && 50 * count > children && (count > 6500 || 20 * count > 3 * children),
  targeted: (count, children) => count >= 10 && 20 * count >= children,
  efig: (count, children) => count >= 10 && 20 * count >= children,
};

describe.skipIf(!there)('Title I on real SAIPE 2021 school districts', () => {
  const table = there ? districts() : null;
  const counts = table?.counts.count ?? new Float64Array();
  const children = table?.fixed.children ?? new Float64Array();
  const states = table?.labels?.state ?? [];

  it.each(grantNames)('%s: pays who is eligible and nobody else, to the cent', (grant) => {
    const decision = decisionByName('title1', { grants: [grant] });
    const dollars = decision.budgetDollars as number;
    const cents = [...decision.truth(table as CountTable)].map((share) => Math.round(100 * share * dollars));
    expect(cents.reduce((a, b) => a + b, 0)).toBe(100 * dollars);
    const wrong = cents.filter(
      (amount, i) => amount > 0 !== eligible[grant](counts[i] as number, children[i] as number),
    );
    expect(wrong).toEqual([]);
  });

  it('basic grants of one state are in proportion to formula children', () => {
    const decision = decisionByName('title1', { grants: ['basic'], clauses: { cents: false } });
    const shares = decision.truth(table as CountTable);
    for (const state of ['NY', 'VT', 'WY', 'CA']) {
      const rows = states.flatMap((own, i) => (own === state && (shares[i] as number) > 0 ? [i] : []));
      const rates = rows.map((i) => (shares[i] as number) / (counts[i] as number));
      expect(Math.max(...rates) / Math.min(...rates) - 1).toBeLessThan(1e-12);
    }
  });

  it('the probability of losing eligibility is that of one tail, and the expected number its sum', async () => {
    const { cells } = await auditTable({
      table: table as CountTable,
      decision: 'title1',
      parameters: { grants: ['basic'] },
      mechanisms: [laplaceMechanism({ epsilon: 0.1 })],
      posts: ['clip'],
      trials: 4,
      controlVariates: false,
      seed: parseSeed(1),
    });
    const event = cells[0]?.entities.events?.[0];
    expect(event?.method).toBe('exact');
    let lost = 0;
    counts.forEach((count, i) => {
      const least = Math.max(10, (children[i] as number) / 50);
      const distance = count - least;
      // More than 2 % is asked: who is on that threshold is not eligible.
      const no = distance >= 0 ? 0.5 * Math.exp(-0.1 * distance) : 1 - 0.5 * Math.exp(0.1 * distance);
      expect(Math.abs((event?.probability[i] as number) - (1 - no))).toBeLessThan(1e-9);
      if (eligible.basic(count, children[i] as number)) lost += no;
    });
    expect(lost).toBeCloseTo(366.9, 1);
  });
});
