import { gaussianMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import { type CountTable, cellSchema, DpfairError } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditTable, simulateHere } from '../../src/index.js';
import { total } from '../districts.js';

const table = (counts: readonly number[], more: Partial<CountTable> = {}): CountTable => ({
  id: counts.map((_, i) => `e${i}`),
  name: counts.map((_, i) => `Entity ${i}`),
  group: null,
  counts: { count: Float64Array.from(counts) },
  fixed: {},
  ...more,
});

const request = (changes: Partial<AuditRequest> = {}): AuditRequest => ({
  table: table([0, 3, 10, 40, 200]),
  decision: 'allotment',
  mechanisms: [laplaceMechanism({ epsilon: 0.1 })],
  posts: ['baseline'],
  seed: parseSeed(1),
  trials: 640,
  ...changes,
});

describe('an audit', () => {
  it('takes the private columns of its decision alone, whatever else the table holds', async () => {
    const plain = table([0, 3, 10, 40, 200]);
    const count = plain.counts.count as Float64Array;
    const wide = { ...plain, counts: { others: Float64Array.of(7, 900, 0, 2, 31), count } };
    const simulated = { method: 'montecarlo', posts: ['baseline', 'pos'] } as const;
    const { cells } = await auditTable(request({ ...simulated, table: wide }));
    expect(cells).toEqual((await auditTable(request({ ...simulated, table: plain }))).cells);
  });

  it('gives one cell per mechanism and post-processing, mechanisms first', async () => {
    const { cells } = await auditTable(
      request({
        mechanisms: [laplaceMechanism({ epsilon: 1 }), gaussianMechanism({ sigma: 5 })],
        posts: ['baseline', 'pos'],
      }),
    );
    expect(cells.map(({ mechanism, post }) => `${mechanism.kind} ${post}`)).toEqual([
      'laplace baseline',
      'laplace pos',
      'gaussian baseline',
      'gaussian pos',
    ]);
    for (const cell of cells) expect(() => cellSchema.parse(cell)).not.toThrow();
  });

  it('states the worked example: alpha, cost of privacy in dollars, who and the groups', async () => {
    const groups = ['a', 'a', 'b', 'b', 'b'];
    const { cells } = await auditTable(
      request({ table: table([0, 3, 10, 40, 200], { group: groups }), budgetDollars: 1_000 }),
    );
    const cell = cells[0];
    expect(cell?.method).toBe('exact');
    expect(cell?.alpha.estimate).toBeCloseTo(4.560353603e-2, 10);
    expect([cell?.alpha.most, cell?.alpha.least]).toEqual(['e0', 'e4']);
    const loss = 7.350479406e-3 + 2.747362794e-2;
    expect(cell?.costOfPrivacy.share).toBeCloseTo(loss, 11);
    expect(cell?.costOfPrivacy.dollars).toBeCloseTo(1_000 * loss, 8);
    expect(cell?.groups).toMatchObject([
      { group: 'a', entities: 2, small: true, count: 3, gaining: 2, losing: 0 },
      { group: 'b', entities: 3, gaining: 1, losing: 2 },
    ]);
    expect(cell?.groups[0]?.dollars).toBeCloseTo(1_000 * (1.812990809e-2 + 1.258756067e-2), 6);
    expect(cell?.groups[0]?.dollarsPerPerson).toBeCloseTo((1_000 * (1.812990809e-2 + 1.258756067e-2)) / 3, 6);
    expect(cell?.entities.disparity[0]).toBeCloseTo(4.560353603e-2, 10);
  });

  it('has a cost of privacy of half the l1 norm where outcomes add up', async () => {
    const { cells } = await auditTable(request());
    const bias = (cells[0]?.entities.bias ?? []).map((b) => b ?? Number.NaN);
    expect(cells[0]?.costOfPrivacy.share).toBeCloseTo(total(bias.map(Math.abs)) / 2, 12);
  });

  it('gives the same with the exact formula and by simulation, within the interval', async () => {
    const [exact] = (await auditTable(request())).cells;
    const [simulated] = (await auditTable(request({ method: 'montecarlo', trials: 20_000, confidence: 1 - 1e-8 })))
      .cells;
    expect(simulated?.method).toBe('montecarlo');
    expect(simulated?.alpha.lower).toBeLessThan(exact?.alpha.estimate ?? Number.NaN);
    expect(simulated?.alpha.upper).toBeGreaterThan(exact?.alpha.estimate ?? Number.NaN);
    expect(simulated?.costOfPrivacy.lower).toBeLessThan(exact?.costOfPrivacy.share ?? Number.NaN);
    expect(simulated?.costOfPrivacy.upper).toBeGreaterThan(exact?.costOfPrivacy.share ?? Number.NaN);
  });

  it('depends on the seed, and on nothing else', async () => {
    const run = async (seed: number) =>
      (await auditTable(request({ method: 'montecarlo', seed: parseSeed(seed) }))).cells;
    expect(await run(1)).toEqual(await run(1));
    expect(await run(1)).not.toEqual(await run(2));
  });

  it('uses the same noise for all post-processings: baseline is clip', async () => {
    const { cells } = await auditTable(request({ posts: ['baseline', 'clip'], method: 'montecarlo' }));
    expect(cells[0]?.entities.bias).toEqual(cells[1]?.entities.bias);
  });
});

describe('the choice of method', () => {
  const chosen = async (changes: Partial<AuditRequest>) => {
    const { cells } = await auditTable(request(changes));
    return cells.map(({ method, methodReason }) => ({ method, methodReason }));
  };

  it('is exact where there is a formula, and says which', async () => {
    expect(await chosen({})).toEqual([
      { method: 'exact', methodReason: 'exact: Laplace transform of the clipped counts, quadrature' },
    ]);
  });

  it('is Monte Carlo where the series states too large an error, and says how large', async () => {
    const [cell] = await chosen({ posts: ['pos'] });
    expect(cell?.method).toBe('montecarlo');
    expect(cell?.methodReason).toMatch(/states an error of (more than )?[\d.]+ % of alpha, above the tolerance of 1 %/);
  });

  it('is the series where its stated error is small', async () => {
    const far = table([67096, 311047, 690, 23240, 53886]);
    const [cell] = await chosen({ table: far, decision: 'identity', posts: ['simplex'] });
    expect(cell?.method).toBe('series');
    expect(cell?.methodReason).toMatch(/separate crossings of zero states an error of/);
  });

  it('refuses a method that the cell does not have, naming those it has', async () => {
    await expect(auditTable(request({ posts: ['pos'], method: 'exact' }))).rejects.toThrow(
      /no exact estimator for decision allotment with post-processing pos: exact \(allowed: series, montecarlo\)/,
    );
  });

  it('warns of a series that was asked for against its own word', async () => {
    const { warnings } = await auditTable(request({ posts: ['pos'], method: 'series' }));
    expect(warnings.map(({ code }) => code)).toContain('series-error-above-tolerance');
  });
});

describe('what is undefined', () => {
  it('is said with the probability when raw shares have no mean', async () => {
    const { cells, warnings } = await auditTable(request({ posts: ['none'] }));
    expect(cells[0]?.alpha.estimate).toBeNull();
    expect(cells[0]?.alpha.reason).toMatch(/zero or negative with probability (less than )?[\d.]+ %/);
    expect(cells[0]?.costOfPrivacy.reason).toBe(cells[0]?.alpha.reason);
    expect(cells[0]?.entities.bias.every((b) => b === null)).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['undefined-cell']);
  });

  it('is not said of the same cell when the total cannot vanish', async () => {
    const { cells, warnings } = await auditTable(request({ table: table([1e4, 2e4, 4e4]), posts: ['none'] }));
    expect(cells[0]?.method).toBe('series');
    expect(warnings).toEqual([]);
  });

  it('costs nothing to state for counts, where there is no budget', async () => {
    const { cells } = await auditTable(request({ decision: 'identity', posts: ['clip'], budgetDollars: 10 }));
    expect(cells[0]?.costOfPrivacy).toMatchObject({ share: null, dollars: null });
    expect(cells[0]?.costOfPrivacy.reason).toMatch(/shares of a budget/);
  });

  it('is an error where every count is zero', async () => {
    await expect(auditTable(request({ table: table([0, 0, 0]) }))).rejects.toThrow(/every count is zero/);
  });

  it('warns when all clipped counts can be zero at once', async () => {
    const { cells, warnings } = await auditTable(request({ table: table([1, 2]) }));
    expect(cells[0]?.normaliser?.probabilityNotPositive).toBeCloseTo(Math.exp(-0.3) / 4, 12);
    expect(warnings.map(({ code }) => code)).toEqual(['all-zero-possible']);
  });
});

describe('simulation', () => {
  it('stops at the tolerance, before its trials are used up', async () => {
    const { cells, warnings } = await auditTable(request({ method: 'montecarlo', trials: 64_000, tolerance: 0.05 }));
    expect(cells[0]?.trials).toBeLessThan(64_000);
    expect(warnings).toEqual([]);
    const alpha = cells[0]?.alpha;
    expect(((alpha?.upper ?? 0) - (alpha?.lower ?? 0)) / 2).toBeLessThanOrEqual(0.05 * (alpha?.estimate ?? 0));
  });

  it('says when the tolerance was not met', async () => {
    const { warnings } = await auditTable(request({ method: 'montecarlo', trials: 640, tolerance: 1e-6 }));
    expect(warnings.map(({ code }) => code)).toEqual(['tolerance-not-met']);
  });

  it('pools looks into the mean over all trials', async () => {
    const at = async (tolerance?: number) => {
      const { cells } = await auditTable(
        request({ method: 'montecarlo', trials: 1024, ...(tolerance === undefined ? {} : { tolerance }) }),
      );
      return cells[0]?.entities.bias.map((b) => b ?? Number.NaN) ?? [];
    };
    const [once, looked] = [await at(), await at(1e-9)];
    looked.forEach((b, i) => {
      expect(b).toBeCloseTo(once[i] as number, 14);
    });
  });

  it('prints the plug-in value beside its noise floor, and warns, without control variates', async () => {
    const { cells, warnings } = await auditTable(
      request({ decision: 'identity', posts: ['none'], method: 'montecarlo', controlVariates: false }),
    );
    const alpha = cells[0]?.alpha;
    expect(alpha?.lower).toBe(0);
    // d2(5) = 2.326 standard errors of sqrt(200 / 640).
    expect((alpha?.noiseFloor ?? 0) / (2.326 * Math.sqrt(200 / 640))).toBeCloseTo(1, 0);
    expect(warnings.map(({ code }) => code)).toEqual(['plain-monte-carlo']);
  });

  it('keeps what is done when it is interrupted', async () => {
    const { cells, warnings, interrupted } = await auditTable(request({ method: 'montecarlo' }), async (simulation) => {
      const { parts, trialsPerShard } = simulateHere(simulation);
      return { output: { parts: parts.slice(0, 20), trialsPerShard }, interrupted: true };
    });
    expect(interrupted).toBe(true);
    expect(cells[0]?.trials).toBe(200);
    expect(cells[0]?.alpha.estimate).not.toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(['interrupted', 'few-shards']);
  });

  it('has nothing to say when it is interrupted at once', async () => {
    const { cells } = await auditTable(request({ method: 'montecarlo' }), async () => ({
      output: null,
      interrupted: true,
    }));
    expect(cells[0]?.alpha.reason).toMatch(/stopped before four shards/);
  });
});

describe('options that make no sense are refused', () => {
  it.each([
    { trials: 3 },
    { trials: 1.5 },
    { confidence: 1 },
    { tolerance: 0 },
    { mechanisms: [] },
    { posts: [] },
    { table: table([]) },
    { decision: 'identity', posts: ['baseline'] as const },
  ] satisfies Partial<AuditRequest>[])('%j', async (changes) => {
    await expect(auditTable(request(changes))).rejects.toThrow(DpfairError);
  });
});
