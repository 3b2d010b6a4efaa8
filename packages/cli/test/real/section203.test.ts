import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditFile } from '../../src/index.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const data = `${folder}/section203/sect203_Determined_Areas_Only.csv`;
const there = existsSync(data);
if (!there) console.warn('SKIPPED: the real Section 203 determinations are not beside the checkout');

const audit = (changes: Partial<Parameters<typeof auditFile>[0]> = {}) =>
  auditFile({ data, decision: 'language', epsilon: [1, 0.1, 0.01], ...changes }, { threads: 2 });

describe('real determinations of 2016', () => {
  it.skipIf(!there)('every published flag but those of four pairs is the rule on the published counts', async () => {
    const { input, cells } = await audit({ epsilon: [1] });
    expect(input.mismatches?.map(({ line, id, flag }) => `${line} ${id} ${flag}`)).toEqual([
      '298 35059-2 FLAG5',
      '298 35059-2 FLAG_COV',
      '570 2617180-2 FLAG5',
      '570 2617180-2 FLAG_COV',
      '628 AIAN6165-49 FLAG5',
      '628 AIAN6165-49 FLAG_AI',
      '728 AIAN7740-49 FLAG5',
      '728 AIAN7740-49 FLAG_AI',
    ]);
    // Union County, New Mexico, is the one county of 279 with counts; 5 more have none.
    expect(cells[0]?.groups.find(({ group }) => group === 'County')).toMatchObject({ entities: 279, truth: 278 });
    expect(input.skipped).toHaveLength(5);
  });

  it.skipIf(!there)('is exact, and says who is most likely to lose and how many people that touches', async () => {
    const { cells, warnings } = await audit();
    expect(cells.map(({ method }) => method)).toEqual(['exact', 'exact', 'exact']);
    expect(warnings.map(({ code }) => code)).toContain('covered-pairs-only');
    const [mild, , strong] = cells;
    expect(strong?.people?.losing.people).toBe(5_122_483);
    expect(strong?.people?.losing.expected as number).toBeGreaterThan(100 * (mild?.people?.losing.expected as number));
  });

  it.skipIf(!there)(
    'a county that lies in 23 native areas keeps its coverage where each of them may lose it',
    async () => {
      const { cells } = await audit({ epsilon: [0.1] });
      const entities = cells[0]?.entities;
      const bethel = entities?.id.indexOf('02050-52') as number;
      expect(entities?.name[bethel]).toBe("Bethel Census Area, Alaska - Yup'ik");
      expect(entities?.probability?.[bethel]).toBeGreaterThan(1 - 1e-12);
      const through = await audit({ epsilon: [0.1], clause: { 'five-percent': false, 'ten-thousand': false } });
      expect(through.cells[0]?.entities.probability?.[bethel]).toBeGreaterThan(1 - 1e-9);
      const without = await audit({ epsilon: [0.1], clause: { reservation: false } });
      const kenai = without.cells[0]?.entities.id.indexOf('02122-52') as number;
      expect(without.cells[0]?.entities.truth[kenai]).toBe(0);
      expect(entities?.truth[kenai]).toBe(1);
    },
  );
});
