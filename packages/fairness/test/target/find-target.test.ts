import { gaussianMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import { type CountTable, certificateSchema, type MechanismKind } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { auditTable, findTarget, parseTarget, type TargetRequest } from '../../src/index.js';

const table = (counts: readonly number[]): CountTable => ({
  id: counts.map((_, i) => `e${i}`),
  name: counts.map((_, i) => `Entity ${i}`),
  group: null,
  counts: { count: Float64Array.from(counts) },
  fixed: {},
});

const mechanismOf = (kind: MechanismKind, epsilon: number) =>
  kind === 'laplace' ? laplaceMechanism({ epsilon }) : gaussianMechanism({ epsilon, delta: 1e-6 });

const find = (counts: readonly number[], target: string, more: Partial<TargetRequest> = {}) =>
  findTarget({
    table: table(counts),
    decision: 'identity',
    posts: ['clip'],
    seed: parseSeed(1),
    target: parseTarget(target),
    kinds: ['laplace'],
    mechanismOf,
    precision: 1e-9,
    ...more,
  });

const rule = (text: string): Partial<TargetRequest> => ({
  precision: 1e-7,
  decision: 'threshold',
  parameters: { rule: text },
  posts: ['none'],
});

describe('the smallest epsilon for a target', () => {
  // Laplace noise of scale 1 / epsilon and clipping: the bias of a count x is exp(-epsilon x) / (2 epsilon).
  it.each([
    [[0, 1e6], 'alpha<5', 0.1],
    [[0, 1e6, 2e6], 'alpha<0.25', 2],
    [[1, 1e6], `alpha<${Math.exp(-1) / 2}`, 1],
    [[30, 1e6], `alpha<${Math.exp(-0.6) / 0.04}`, 0.02],
  ] as const)('is that of the closed form of clipped counts %j for %s', async (counts, target, epsilon) => {
    const { certificate, mechanism } = await find(counts, target);
    const [option] = certificate.options;
    expect((option?.smallest?.epsilon ?? 0) / epsilon).toBeCloseTo(1, 8);
    expect((option?.below?.epsilon ?? 0) / epsilon).toBeCloseTo(1, 8);
    expect([certificate.status, certificate.chosen, option?.holdsAbove]).toEqual(['met', 0, true]);
    expect([option?.smallest?.verdict, option?.below?.verdict]).toEqual(['met', 'missed']);
    expect(mechanism.epsilon).toBe(option?.smallest?.epsilon);
  });

  // One count at a distance d from the threshold: the answer flips with probability exp(-epsilon d) / 2.
  it.each([
    ['false-negative<0.01', Math.log(25) / 10],
    ['false-positive<0.001', Math.log(500) / 20],
    ['alpha<0.01', -Math.log((Math.sqrt(1 + 8 * 0.01) - 1) / 2) / 10],
  ] as const)('is that of the closed form of a threshold for %s', async (target, epsilon) => {
    // Yes at distances 10 and far away: the rate is exp(-10 epsilon) / 4. No at 20. With u = exp(-10 epsilon) alpha is (u + u^2) / 2.
    const { certificate } = await find([60, 1e6, 30], target, rule('count > 50'));
    const [option] = certificate.options;
    expect((option?.smallest?.epsilon ?? 0) / epsilon).toBeCloseTo(1, 6);
    expect([option?.method, option?.below?.verdict]).toEqual(['exact', 'missed']);
  });

  it('is not taken for granted to be followed by others: noise of a middling size moves a far count into a band', async () => {
    const chance = (e: number) => (Math.exp(-980 * e) - Math.exp(-990 * e)) / 2;
    const { certificate } = await find([1000, 1e7], 'alpha<0.001', rule('count > 10 and count < 20'));
    const [option] = certificate.options;
    expect([option?.smallest?.epsilon, option?.below, option?.holdsAbove]).toEqual([1e-4, null, false]);
    const settled = option?.settled?.epsilon ?? 0;
    expect(chance(1e-3)).toBeGreaterThan(0.001);
    expect(settled).toBeGreaterThan(1e-3);
    expect(chance(settled) / 0.001).toBeCloseTo(1, 6);
    expect(chance(settled)).toBeLessThan(0.001);
  });

  it('does not exist where the limit is below what the largest budget gives, and the best found is said', async () => {
    const { certificate, mechanism } = await find([0, 1e6], 'alpha<1e-3', { range: [1e-2, 100] });
    const [option] = certificate.options;
    expect([certificate.status, certificate.chosen, option?.smallest, option?.mechanism]).toEqual([
      'not-reachable',
      null,
      null,
      null,
    ]);
    expect(option?.best).toMatchObject({ epsilon: 100, verdict: 'missed' });
    expect(option?.best.estimate).toBeCloseTo(1 / 200, 12);
    expect(mechanism.epsilon).toBe(100);
  });

  it('is the smallest that was tried where every budget meets the target', async () => {
    const { certificate } = await find([3, 3, 3], 'alpha<1e-12', { range: [0.5, 2] });
    const [option] = certificate.options;
    expect(option).toMatchObject({
      status: 'met',
      holdsAbove: true,
      below: null,
      smallest: { epsilon: 0.5, estimate: 0 },
    });
    expect(option?.scan.every(({ verdict }) => verdict === 'met')).toBe(true);
  });

  it('is not found for a measure that the decision does not have', async () => {
    const { certificate } = await find([0, 5], 'cost<0.1');
    expect(certificate.status).toBe('inconclusive');
    expect(certificate.options[0]?.best).toMatchObject({
      verdict: 'undefined',
      reason: expect.stringMatching(/shares/),
    });
  });

  it('is compared over mechanisms and post-processings by the total epsilon', async () => {
    const { certificate } = await find([0, 3, 10, 40, 200], 'cost<0.01', {
      decision: 'allotment',
      kinds: ['laplace', 'gaussian'],
      posts: ['baseline', 'sum'],
      precision: 1e-3,
    });
    expect(certificate.options.map(({ kind, post }) => `${kind} ${post}`)).toEqual([
      'laplace baseline',
      'laplace sum',
      'gaussian baseline',
      'gaussian sum',
    ]);
    const epsilons = certificate.options.map(({ smallest }) => smallest?.epsilon ?? Number.POSITIVE_INFINITY);
    // Equal weights and the true total: shares without bias, at any budget; of equals the first.
    expect([epsilons[1], epsilons[3], certificate.chosen]).toEqual([1e-4, 1e-4, 1]);
    expect(Math.min(epsilons[0] ?? 0, epsilons[2] ?? 0)).toBeGreaterThan(0.01);
    expect(() => certificateSchema.parse({ ...certificate, dataSha256: [], command: '' })).not.toThrow();
  });

  it('is in dollars where a budget is given: a share of it', async () => {
    const inShares = await find([0, 3, 10, 40, 200], 'cost<0.01', { decision: 'allotment', posts: ['baseline'] });
    const inDollars = await find([0, 3, 10, 40, 200], 'dollars<20', {
      decision: 'allotment',
      posts: ['baseline'],
      budgetDollars: 2_000,
    });
    expect(inDollars.certificate.options[0]?.smallest?.epsilon).toBeCloseTo(
      inShares.certificate.options[0]?.smallest?.epsilon ?? 0,
      9,
    );
  });

  it('gives by simulation the numbers of an audit with the recorded seed and confidence', async () => {
    const simulated = { method: 'montecarlo', trials: 640, precision: 0.02, range: [0.05, 1] } as const;
    const { certificate } = await find([0, 2, 30, 90], 'alpha<2', simulated);
    expect(await find([0, 2, 30, 90], 'alpha<2', simulated)).toMatchObject({ certificate });
    const [option] = certificate.options;
    const { cells } = await auditTable({
      table: table([0, 2, 30, 90]),
      decision: 'identity',
      mechanisms: [laplaceMechanism({ epsilon: option?.smallest?.epsilon ?? 0 })],
      posts: ['clip'],
      method: 'montecarlo',
      trials: 640,
      seed: parseSeed(certificate.seed),
      confidence: 1 - (1 - certificate.confidence) / certificate.looks,
    });
    expect(cells[0]?.alpha).toMatchObject({ estimate: option?.smallest?.estimate, upper: option?.smallest?.upper });
    expect([option?.method, option?.trials, option?.smallest?.verdict]).toEqual(['montecarlo', 640, 'met']);
    expect(option?.below?.verdict).toBe('inconclusive');
  });

  it('is inconclusive by simulation where every interval holds the limit', async () => {
    // Without a control variate 4 trials say next to nothing.
    const { certificate } = await find([0, 1e3], 'alpha<5', {
      method: 'montecarlo',
      controlVariates: false,
      trials: 4,
      range: [0.08, 0.12],
    });
    expect(certificate.status).toBe('inconclusive');
  });

  it.each([
    [{ precision: 0 }, /precision/],
    [{ kinds: [] }, /mechanisms/],
    [{ range: [2, 1] as const }, /largest epsilon/],
    [{ posts: [] }, /post-processings/],
  ])('is not looked for with %j', async (more, message) => {
    await expect(find([0, 1], 'alpha<1', more)).rejects.toThrow(message);
  });

  describe('that is asked to stop', () => {
    /** The same search, stopped after so many looks; counts the turns that others were given. */
    const stopAfter = async (looks: number) => {
      const signal = { aborted: false };
      const told: string[] = [];
      let turns = 0;
      const { certificate, mechanism } = await findTarget(
        {
          table: table([0, 1e6]),
          decision: 'identity',
          posts: ['clip', 'sum'],
          seed: parseSeed(1),
          target: parseTarget('alpha<5'),
          kinds: ['laplace'],
          mechanismOf,
        },
        undefined,
        {
          signal,
          pause: async () => {
            turns += 1;
          },
          onLook: (taken, most) => {
            told.push(`${taken} of ${most}`);
            if (taken >= looks) signal.aborted = true;
          },
        },
      );
      expect(() => certificateSchema.parse({ ...certificate, dataSha256: [], command: '' })).not.toThrow();
      return { certificate, mechanism, told, turns };
    };

    it('stops after the look that is being taken, certifies nothing, and gives others a turn before every cell', async () => {
      const { certificate, mechanism, told, turns } = await stopAfter(1);
      expect(certificate).toMatchObject({ status: 'inconclusive', chosen: null, interrupted: true, looksTaken: 2 });
      expect(told).toEqual([`2 of ${certificate.looks}`]);
      expect(turns).toBeGreaterThanOrEqual(2);
      // A budget of 0.0001 leaves a bias of 5000 after clipping, and none under the sum projection.
      expect(mechanism.epsilon).toBe(1e-4);
      expect(
        certificate.options.map(({ scan, status, smallest, holdsAbove }) => [
          scan.length,
          status,
          smallest?.epsilon,
          holdsAbove,
        ]),
      ).toEqual([
        [1, 'inconclusive', undefined, false],
        [1, 'inconclusive', 1e-4, false],
      ]);
    });

    it('keeps what was found, however far the bracket is narrowed', async () => {
      // 25 budgets of the scan twice, and two halvings between 0.1 and its smaller neighbour.
      const { certificate } = await stopAfter(52);
      const [clip] = certificate.options;
      expect(certificate).toMatchObject({ status: 'inconclusive', chosen: null, interrupted: true, looksTaken: 52 });
      expect(clip).toMatchObject({ status: 'inconclusive', holdsAbove: true });
      expect(clip?.smallest?.verdict).toBe('met');
      expect((clip?.smallest?.epsilon ?? 0) / (clip?.below?.epsilon ?? 0)).toBeCloseTo(10 ** (1 / 16), 9);
    });

    it('is not interrupted where nobody asked', async () => {
      const { certificate, told } = await stopAfter(1e9);
      expect(certificate).toMatchObject({ status: 'met', interrupted: false, looksTaken: told.length + 25 });
    });
  });
});
