import { readTrainingLog } from '@dpfair/data';
import { describe, expect, it } from 'vitest';
import { summarizeLogs } from '../../src/index.js';

interface Line {
  readonly step: number;
  readonly group: string | null;
  readonly loss: number;
  readonly twin?: number;
}

/** A log of two groups, of 1 and 3 rows, in which each step adds 2^2/2 * trace 1 * variance 3 = 6 by noise and 2 (5 - 4) = 2 by clipping. */
async function logOf(lines: readonly Line[]) {
  const text = lines.map(({ step, group, loss, twin }) =>
    JSON.stringify({
      ...{ step, group, loss, rows: group === 'a' ? 1 : 3, innerRaw: 5, innerClipped: 4, curvatureRaw: 0 },
      ...{ curvatureClipped: 0, hessianTrace: 1, learningRate: 2, noiseVariance: 3, clipRate: step / 10 },
      ...(twin === undefined ? {} : { nonPrivateLoss: twin }),
    }),
  );
  return { private: await readTrainingLog(new TextEncoder().encode(text.join('\n')), { file: 'l.jsonl' }) };
}

const twoGroups = (a: number, b: number) =>
  logOf([
    ...[
      { step: 0, group: 'a', loss: 9, twin: 9 },
      { step: 0, group: 'b', loss: 9, twin: 9 },
    ],
    ...[
      { step: 4, group: 'a', loss: 1 + a, twin: 1 },
      { step: 4, group: 'b', loss: 2 + b, twin: 2 },
    ],
  ]);

describe('what the logs of a training say of its groups', () => {
  it('is the risk before the last logged step, sums over all steps, and means over them', async () => {
    const { steps, groups, population, gap } = summarizeLogs([await twoGroups(0.5, 0.25)], { steps: 10 });
    const [a, b] = groups;
    expect(steps).toBe(10);
    expect([a?.excessiveRisk.estimate, b?.excessiveRisk.estimate]).toEqual([0.5, 0.25]);
    expect([a?.rows, b?.rows, population.rows]).toEqual([1, 3, 4].map((training) => ({ training, test: 0 })));
    // 1/4 of the one and 3/4 of the other.
    expect(population.excessiveRisk.estimate).toBeCloseTo(0.3125, 12);
    expect(a?.gap.estimate).toBeCloseTo(0.1875, 12);
    expect([a?.noise.estimate, a?.clipping.estimate]).toEqual([60, 20]);
    // 0, .1, .2, .3, and .4 from step 4 on.
    expect(a?.clipRate).toBeCloseTo(0.3, 12);
    expect(gap).toEqual({
      estimate: 0.25,
      lower: null,
      upper: null,
      most: 'a',
      least: 'b',
      withoutSmall: null,
      reason: null,
    });
  });

  it('has means over the steps from the first that was logged', async () => {
    const log = await logOf([
      { step: 4, group: 'a', loss: 1 },
      { step: 4, group: 'b', loss: 1 },
    ]);
    const { groups } = summarizeLogs([log], { steps: 10 });
    expect(groups[0]?.clipRate).toBeCloseTo(0.4, 12);
    expect(groups[0]?.noise.estimate).toBe(36);
  });

  it("has Student's interval over several logs", async () => {
    const { groups } = summarizeLogs([await twoGroups(0.5, 0), await twoGroups(1, 0)], { confidence: 0.95 });
    // Mean 0.75, standard error 0.25, Student's quantile at 97.5 % with one degree of freedom tan(0.475 pi).
    expect(groups[0]?.excessiveRisk.upper).toBeCloseTo(0.75 + 0.25 * Math.tan(0.475 * Math.PI), 9);
  });

  it('has neither risk nor gap without the losses of the twin, says why, and keeps the terms', async () => {
    const log = await logOf([
      { step: 0, group: 'a', loss: 1 },
      { step: 0, group: 'b', loss: 1 },
    ]);
    const { groups, gap } = summarizeLogs([log]);
    expect(groups[0]?.excessiveRisk).toEqual({ estimate: null, lower: null, upper: null });
    expect(groups[0]?.noise.estimate).toBe(6);
    expect(gap).toMatchObject({ estimate: null, most: null, reason: expect.stringContaining('nonPrivateLoss') });
  });

  it('leaves unknown what takes a model: the exact split, remainders, the path, accuracy', async () => {
    const { groups } = summarizeLogs([await twoGroups(0.5, 0.25)]);
    const { clippingPart, noisePart, remainder, path, accuracy, calibration } = groups[0] ?? {};
    const unknown = [clippingPart, noisePart, remainder, path, accuracy?.private, calibration?.nonPrivate];
    expect(unknown.map((value) => value?.estimate)).toEqual(unknown.map(() => null));
  });
});
