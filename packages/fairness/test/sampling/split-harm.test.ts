import { gaussianMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import { type CountTable, cellSchema, type Sampling } from '@dpfair/result';
import { gaussian, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditTable, mitigateTable } from '../../src/index.js';

const table = (counts: readonly number[], errors: readonly number[]): CountTable => ({
  id: counts.map((_, i) => `e${i}`),
  name: counts.map((_, i) => `Entity ${i}`),
  group: null,
  counts: { count: Float64Array.from(counts) },
  fixed: { 'standard-error': Float64Array.from(errors) },
});

async function split(changes: Partial<AuditRequest>): Promise<readonly Sampling[]> {
  const { cells } = await auditTable({
    table: table([40, 60], [3, 4]),
    decision: 'threshold',
    parameters: { rule: 'count > 50' },
    mechanisms: [gaussianMechanism({ sigma: 4 })],
    posts: ['none'],
    samplingError: 'column',
    trials: 640,
    seed: parseSeed(7),
    ...changes,
  });
  for (const cell of cells) expect(() => cellSchema.parse(cell)).not.toThrow();
  return cells.map(({ sampling }) => sampling as Sampling);
}

describe('the split of harm', () => {
  // Phi(-1), Phi(-5/3), Phi(-5/4) from tables.
  const oneSigma = 0.15865525393145705;
  const [fiveThirds, fiveQuarters] = [0.04779035227281474, 0.10564977366685535];

  it.each(['none', 'clip'] as const)(
    'of a threshold under Gaussian noise is exact, post %s: variances add up',
    async (post) => {
      const wide = table([45, 45, 55], [3, 0, 3]);
      const [one] = await split({ table: wide, posts: [post] });
      expect([one?.sampling.method, one?.privacy.method, one?.both.method, one?.trials]).toEqual([
        'exact',
        'exact',
        'exact',
        null,
      ]);
      const close = (values: readonly number[] | undefined, expected: readonly number[]) =>
        expected.forEach((value, i) => {
          expect(values?.[i]).toBeCloseTo(value, 9);
        });
      close(one?.entities.sampling.absolute, [fiveThirds, 0, fiveThirds]);
      close(one?.entities.privacy.absolute, [fiveQuarters, fiveQuarters, fiveQuarters]);
      close(one?.entities.both.absolute, [oneSigma, fiveQuarters, oneSigma]);
      close(one?.entities.both.bias, [oneSigma, fiveQuarters, -oneSigma]);
      close(one?.entities.sampling.rootMeanSquare, [Math.sqrt(fiveThirds), 0, Math.sqrt(fiveThirds)]);
      expect(one?.sampling.absolute.estimate).toBeCloseTo(2 * fiveThirds, 9);
      expect(one?.sampling.alpha.estimate).toBeCloseTo(2 * fiveThirds, 9);
      expect(one?.ratio.estimate).toBeCloseTo((3 * fiveQuarters) / (2 * fiveThirds), 7);
      expect(one?.added.estimate).toBeCloseTo(2 * oneSigma + fiveQuarters - 2 * fiveThirds, 9);
    },
  );

  it('of a rule over two counts, one of them free of sampling error, is that of the variance of their comparison', async () => {
    const two: CountTable = {
      ...table([50], [0]),
      counts: { lep: Float64Array.of(50), people: Float64Array.of(900) },
      fixed: { 'standard-error-lep': Float64Array.of(3), 'standard-error-people': Float64Array.of(0) },
    };
    const [one] = await split({ table: two, parameters: { rule: 'lep > 0.05 * people' } });
    const ownNoise = 4 * Math.hypot(1, 0.05);
    const expected = [3, ownNoise, Math.hypot(3, ownNoise)].map((deviation) => gaussian(deviation).survival(5));
    const found = [one?.sampling, one?.privacy, one?.both].map((harm) => harm?.absolute.estimate ?? Number.NaN);
    expect([one?.both.method, found.length]).toEqual(['exact', 3]);
    found.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k] as number, 9);
    });
  });

  it('is simulated where privacy noise is not Gaussian', async () => {
    const [one] = await split({ mechanisms: [laplaceMechanism({ scale: 4 })], trials: 20_000 });
    expect([one?.sampling.method, one?.both.method, one?.trials]).toEqual(['montecarlo', 'montecarlo', 20_032]);
  });

  it('leaves every number of the audit as it is without it, and takes its bias from there', async () => {
    const request = {
      table: table([0, 3, 10, 40, 200], [1, 1, 3, 5, 20]),
      decision: 'allotment',
      mechanisms: [laplaceMechanism({ scale: 10 }), gaussianMechanism({ sigma: 5 })],
      posts: ['baseline', 'pos'],
      trials: 640,
      seed: parseSeed(3),
    } as const;
    const plain = await auditTable(request);
    const both = await auditTable({ ...request, samplingError: 'column' });
    expect(both.cells.map(({ sampling: _, ...cell }) => cell)).toEqual(plain.cells);
    for (const { alpha, costOfPrivacy, entities, sampling } of both.cells) {
      expect(sampling?.privacy.alpha.estimate).toBe(alpha.estimate);
      expect(sampling?.privacy.cost.upper).toBe(costOfPrivacy.upper);
      expect(sampling?.entities.privacy.bias).toEqual(entities.bias);
    }
    // Sampling error alone does not depend on the privacy noise, only on the post-processing.
    expect(both.cells[0]?.sampling?.sampling).toEqual(both.cells[2]?.sampling?.sampling);
    expect(both.cells[1]?.sampling?.sampling).not.toEqual(both.cells[0]?.sampling?.sampling);
  });

  it('without sampling error has privacy noise alone, to the bit, and no ratio', async () => {
    const [one] = await split({ decision: 'identity', parameters: {}, posts: ['clip'], table: table([2, 30], [0, 0]) });
    expect(one?.entities.both.absolute).toEqual(one?.entities.privacy.absolute);
    expect(one?.sampling.absolute.estimate).toBe(0);
    expect(one?.ratio).toMatchObject({ estimate: null, reason: expect.stringMatching(/no sampling error/) });
    expect(one?.added.estimate).toBe(one?.privacy.absolute.estimate);
  });

  it('has no bias from a linear step: opposite draws cancel', async () => {
    const [one] = await split({ decision: 'identity', parameters: {}, table: table([20, 30], [5, 6]), trials: 8 });
    for (const bias of one?.entities.both.bias ?? [1]) expect(Math.abs(bias)).toBeLessThan(1e-13);
    expect(Math.min(...(one?.entities.both.absolute ?? [0]))).toBeGreaterThan(0);
  });

  it('is summed by tenth of size: the smallest entities first, all of them once', async () => {
    const counts = Array.from({ length: 40 }, (_, i) => (i * 7) % 40);
    const many = table(
      counts,
      counts.map((count) => count / 10),
    );
    const [one] = await split({ decision: 'identity', parameters: {}, table: many });
    expect(one?.bySize.map(({ decile, entities }) => [decile, entities])).toEqual(
      Array.from({ length: 10 }, (_, tenth) => [tenth + 1, 4]),
    );
    const total = (of: 'sampling' | 'privacy' | 'both') => one?.bySize.reduce((sum, tenth) => sum + tenth[of], 0);
    for (const of of ['sampling', 'privacy', 'both'] as const) {
      expect(total(of)).toBeCloseTo(one?.[of].absolute.estimate ?? Number.NaN, 10);
    }
    const smallest = counts.flatMap((count, i) => (count < 4 ? [one?.entities.sampling.absolute[i] ?? 0] : []));
    expect(one?.bySize[0]?.sampling).toBeCloseTo(
      smallest.reduce((a, b) => a + b, 0),
      12,
    );
    expect((await split({ table: many }))[0]?.bySize).toEqual([]);
  });

  it('of a comparison of mitigations is that of an audit, for the decision itself under every post-processing and budget', async () => {
    const request = {
      table: table([0, 3, 10, 40, 200], [1, 1, 3, 5, 20]),
      decision: 'allotment',
      mechanisms: [laplaceMechanism({ scale: 10 })],
      posts: ['baseline', 'pos'],
      samplingError: 'column',
      trials: 640,
      seed: parseSeed(3),
    } as const;
    const { cells, mitigations } = await mitigateTable(request);
    const audited = await auditTable(request);
    const itself = cells.filter((_, k) =>
      ['none', 'post-processing', 'privacy'].includes(mitigations[k]?.change ?? ''),
    );
    expect(cells.filter(({ sampling }) => sampling !== null)).toEqual(itself);
    expect(itself.length).toBeGreaterThanOrEqual(3);
    expect(itself[0]?.sampling?.sampling.absolute).toEqual(audited.cells[0]?.sampling?.sampling.absolute);
    expect(itself[1]?.sampling?.both.absolute).toEqual(audited.cells[1]?.sampling?.both.absolute);
    const plain = await mitigateTable({ ...request, samplingError: null });
    expect(cells.map(({ sampling: _, ...cell }) => cell)).toEqual(plain.cells);
  });

  it('is null for a cell without a bias', async () => {
    const { cells } = await auditTable({
      table: table([1, 2], [1, 1]),
      decision: 'allotment',
      mechanisms: [laplaceMechanism({ scale: 10 })],
      posts: ['none', 'baseline'],
      samplingError: 'column',
      trials: 64,
      seed: parseSeed(1),
    });
    expect(cells[0]?.alpha.estimate).toBeNull();
    expect(cells.map(({ sampling }) => sampling === null)).toEqual([true, false]);
  });

  it('of an interrupted run says so, and has what enough shards give', async () => {
    const interrupted = async (shards: number) => {
      const { simulateHere } = await import('../../src/index.js');
      return auditTable(
        {
          table: table([2, 30], [1, 2]),
          decision: 'identity',
          mechanisms: [laplaceMechanism({ scale: 10 })],
          posts: ['clip'],
          samplingError: 'column',
          trials: 64,
          seed: parseSeed(1),
        },
        async (simulation) => {
          const output = simulateHere(simulation);
          return { output: { ...output, parts: output.parts.slice(0, shards) }, interrupted: true };
        },
      );
    };
    const some = await interrupted(8);
    expect([some.interrupted, some.cells[0]?.sampling?.trials]).toEqual([true, 16]);
    expect((await interrupted(3)).cells[0]?.sampling).toBeNull();
  });
});
