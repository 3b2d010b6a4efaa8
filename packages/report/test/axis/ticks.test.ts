import { describe, expect, it } from 'vitest';
import { logScale, signedScale } from '../../src/axis/choose-scale.js';
import { position } from '../../src/axis/scale.js';
import { ticks } from '../../src/axis/ticks.js';
import { formatNumber } from '../../src/format/index.js';

describe('ticks', () => {
  it('are powers of ten of the unit shown, inside the axis and apart', () => {
    const budget = 16e9;
    const scale = signedScale([-0.07, 0.0004, 1e-7]);
    const found = ticks(scale, budget, 0.1, (value) => String(Math.round(value * budget)));
    expect(found.map((tick) => tick.label)).toContain('0');
    for (const { label } of found) expect(label).toMatch(/^(?:0|-?10*)$/);
    const places = found.map((tick) => position(scale, tick.value));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(1);
    for (const [index, place] of places.slice(1).entries())
      expect(place - (places[index] as number)).toBeGreaterThanOrEqual(0.1);
  });

  it('are multiples of a round step also where zero is far away, on either side', () => {
    const at = (from: number, to: number) =>
      ticks({ type: 'linear', constant: 1, domain: [from, to] }, 1, 0.2, String).map(({ value }) =>
        Number(value.toPrecision(6)),
      );
    expect(at(0.4812, 0.4988)).toEqual([0.485, 0.49, 0.495]);
    expect(at(-0.4988, -0.4812)).toEqual([-0.495, -0.49, -0.485]);
    expect(at(100.1, 103.9)).toEqual([101, 102, 103]);
    expect(at(0.05, 0.95)).toEqual([0.2, 0.4, 0.6, 0.8]);
    expect(at(-1, 3)).toEqual([-1, 0, 1, 2, 3]);
  });

  it('on a linear axis are round in the unit shown and not in that of the data', () => {
    const budget = 16_536_802_000;
    const scale = { type: 'linear', constant: 1, domain: [-1.7e6 / budget, 1.2e6 / budget] } as const;
    const found = ticks(scale, budget, 0.1, (value) => `$${Math.round(value * budget)}`);
    expect(found.map(({ label }) => label)).toEqual([
      '$-1500000',
      '$-1000000',
      '$-500000',
      '$0',
      '$500000',
      '$1000000',
    ]);
  });

  it('end when the unit overflows', () => {
    expect(ticks(signedScale([1e150]), 1e200, 0.1, String).length).toBeLessThanOrEqual(1);
  });

  it('have texts of their own also where sizes are too small to be written', () => {
    const found = ticks(logScale([2e-9, 5e-6]), 1, 0.05, (value) => formatNumber(value));
    expect(found.map(({ label }) => label)).toEqual(['10⁻⁸', '10⁻⁷', '0.00000100']);
    const single = ticks(logScale([8e-8, 5e-6]), 1, 0.05, (value) => formatNumber(value));
    expect(single.map(({ label }) => label)).toEqual(['10⁻⁷', '0.00000100']);
  });
});
