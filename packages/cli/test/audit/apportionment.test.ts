import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { auditFile } from '../../src/index.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../../../fixtures/${name}`, import.meta.url));
const provinces = { data: fixture('provinces.csv'), map: { count: 'population' }, decision: 'apportionment' } as const;
const extreme = { ...provinces, data: fixture('provinces-extreme.csv'), epsilon: [0.1], seed: '1' } as const;

describe('seats from a file of populations', () => {
  it('the fixture is the generated one', () => {
    let state = 3191;
    const rows = [
      'Aldmark',
      'Brenholt',
      'Corvane',
      'Dunmere',
      'Estfold',
      'Farrow',
      'Glenmoor',
      'Hartland',
      'Isenberg',
      'Jorvale',
      'Kestrel',
      'Lowmarsh',
    ].map((name, i) => {
      state = (16_807 * state) % 2_147_483_647;
      return `${String(i + 1).padStart(2, '0')},${name},${Math.round(60_000 * Math.exp((5 * state) / 2_147_483_647))}`;
    });
    expect(readFileSync(provinces.data, 'utf8')).toBe(`${['id,name,population', ...rows].join('\n')}\n`);
  });

  it('seats, and the chances to lose and to gain one, are exact under divisor methods and simulated under hamilton', async () => {
    for (const apportion of ['huntington-hill', 'webster', 'jefferson', 'adams', 'hamilton'] as const) {
      const { unit, cells, warnings } = await auditFile({
        ...provinces,
        apportion,
        seats: 60,
        epsilon: [0.01],
        seed: '1',
        trials: 2000,
      });
      const [cell] = cells;
      expect([unit, warnings]).toEqual(['seats', []]);
      expect(cell?.method).toBe(apportion === 'hamilton' ? 'montecarlo' : 'exact');
      expect(cell?.entities.truth.reduce((sum, seats) => sum + seats, 0)).toBe(60);
      const [fewer, more] = cell?.entities.events ?? [];
      expect([fewer?.name, more?.name]).toEqual(['fewer seats', 'more seats']);
      cell?.entities.bias.forEach((bias, i) => {
        // At this noise no province moves by two seats.
        const [down, up] = [fewer?.probability[i] as number, more?.probability[i] as number];
        expect(Math.abs((bias as number) - (up - down))).toBeLessThan(1e-9);
      });
    }
  });

  it('a tie without noise is a warning that names who is tied, and goes to the one listed first', async () => {
    const { cells, warnings } = await auditFile({ ...extreme, apportion: 'webster', seats: 5 });
    expect(warnings).toEqual([
      {
        code: 'tied-outcome',
        message:
          'without noise the last seat is tied between Twin East and Twin West; it goes to the larger population, then to the one listed first, by convention',
      },
    ]);
    expect(cells[0]?.entities.truth).toEqual([3, 2, 0, 0]);
    expect((await auditFile({ ...extreme, apportion: 'webster', seats: 4 })).warnings).toEqual([]);
  });

  it('huge populations state what rounding can do to the chances', async () => {
    const asked = { ...extreme, apportion: 'jefferson', seats: 1 } as const;
    // The error of the exact chances is above the tolerance: left to itself the audit simulates.
    expect((await auditFile({ ...asked, trials: 640 })).cells[0]?.method).toBe('montecarlo');
    const { cells } = await auditFile({ ...asked, method: 'exact' });
    expect(cells[0]?.entities.truth).toEqual([1, 0, 0, 0]);
    // Equal populations: noise decides as a coin does.
    const off = Math.abs((cells[0]?.entities.events?.[0]?.probability[0] as number) - 0.5);
    expect(off).toBeLessThan(cells[0]?.errorEstimate as number);
    expect(cells[0]?.errorEstimate).toBeGreaterThan(0.01);
  });

  it('an entity of nobody has a seat where everyone has one, and what cannot be is refused', async () => {
    const { cells } = await auditFile({ ...extreme, seats: 4 });
    expect(cells[0]?.entities.truth).toEqual([1, 1, 1, 1]);
    expect(cells[0]?.alpha.estimate).toBe(0);
    await expect(auditFile({ ...extreme, seats: 3 })).rejects.toThrow(
      /gives everyone at least one: 3 \(allowed: at least 4/,
    );
    await expect(auditFile({ ...extreme })).rejects.toThrow(/without a number of seats/);
    await expect(auditFile({ ...extreme, seats: 5, where: ['id=03'], apportion: 'webster' })).rejects.toThrow(
      /every population is zero/,
    );
    await expect(auditFile({ ...extreme, seats: 5, budget: 1e6 })).rejects.toThrow();
    await expect(auditFile({ ...extreme, decision: 'identity', seats: 5 })).rejects.toThrow(
      /--seats 5 with decision identity/,
    );
  });
});
