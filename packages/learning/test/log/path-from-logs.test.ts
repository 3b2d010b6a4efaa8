import { readTrainingLog } from '@dpfair/data';
import type { GroupPath, TrainingLog } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import {
  descend,
  describeModel,
  logTracker,
  makeModel,
  pathFromLogs,
  summarizeRun,
  type TrainingPlan,
  trackedRows,
  trainHere,
} from '../../src/index.js';
import { madeExamples } from '../models/made-examples.js';

const description = describeModel({ kind: 'softmax', inputs: 4, classes: 3 });
const training = madeExamples(description, 60, 4);
const plan: TrainingPlan = {
  model: description,
  training,
  test: training,
  descent: {
    steps: 40,
    stepsPerEpoch: 10,
    samplingRate: 0.2,
    learningRate: 0.3,
    optimizer: 'sgd',
    regularization: 0.01,
    privacy: { clipping: { rule: 'flat', bound: 0.5 }, noiseMultiplier: 1 },
    seed: parseSeed(17),
  },
  tracking: { every: 6, rows: 40, batchProbes: 2, traceProbes: 0 },
  repetitions: 3,
};

const read = (lines: readonly string[]): Promise<TrainingLog> =>
  readTrainingLog(new TextEncoder().encode(lines.join('')), { file: 'run.jsonl' });

/** The log that a training of the plan leaves, with or without privacy. */
function logOf(repetition: number, withPrivacy: boolean): Promise<TrainingLog> {
  const { descent, tracking } = plan;
  const model = makeModel(description);
  const rows = trackedRows(training, tracking?.rows ?? 0, descent.seed);
  const lines: string[] = [];
  const options = { ...tracking, seed: descent.seed, repetition, regularization: descent.regularization };
  const tracker = logTracker(model, training, rows, { ...options, every: 6, write: (line) => lines.push(line) });
  const initial = model.initial(openStream(descent.seed, 'initial', repetition));
  const privacy = withPrivacy ? descent.privacy : null;
  descend(model, training, initial, { ...descent, privacy, repetition }, { trackers: [tracker] });
  return read(lines);
}

/** What a log cannot know: it takes a model, and the end of the training. */
const needsModel = ['clippingPart', 'noisePart', 'remainder', 'remainderLower', 'remainderUpper'];

describe('the log of a training', () => {
  it('gives the same terms, sums, risks and intervals as the run that it was written from', async () => {
    const expected = summarizeRun(plan, trainHere(plan), 0.9).path;
    const logs = await Promise.all(
      [0, 1, 2].map(async (k) => ({ private: await logOf(k, true), nonPrivate: await logOf(k, false) })),
    );
    const found = pathFromLogs(logs, { steps: 40, confidence: 0.9 });
    expect(found.step).toEqual(expected?.step);
    let compared = 0;
    for (const [own, theirs] of [
      [found.population, expected?.population],
      ...found.groups.map((group, a) => [group, expected?.groups[a]] as const),
    ] as const) {
      expect(own?.group).toBe(theirs?.group);
      for (const name of Object.keys(own as GroupPath) as (keyof GroupPath)[]) {
        if (name === 'group' || needsModel.includes(name)) continue;
        const [here, there] = [own?.[name] as (number | null)[], theirs?.[name] as (number | null)[]];
        expect(here.length).toBe(there.length);
        here.slice(0, name.startsWith('accumulated') ? undefined : -1).forEach((value, k) => {
          expect(Math.abs((value as number) - (there[k] as number)), `${name} ${k}`).toBeLessThanOrEqual(1e-12);
          compared++;
        });
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('alone has terms and sums but no risk, no path and no interval', async () => {
    const path = pathFromLogs([{ private: await logOf(0, true) }]);
    const group = path.groups[0] as GroupPath;
    expect(group.accumulatedNoise.at(-1)).toBeGreaterThan(0);
    for (const column of [group.excessiveRisk, group.accumulatedPath.slice(1), group.lower, group.remainder])
      expect(new Set(column)).toEqual(new Set([null]));
  });

  it('takes losses of the twin from its own column, and all rows from the groups', async () => {
    const needed =
      '"innerRaw":0,"innerClipped":0,"curvatureRaw":0,"curvatureClipped":0,"learningRate":2,"noiseVariance":3';
    const line = (group: string, rows: number, loss: number, trace: number) =>
      `{"step":0,"group":"${group}","rows":${rows},"loss":${loss},"nonPrivateLoss":0.25,"hessianTrace":${trace},${needed}}\n`;
    const log = await read([line('a', 1, 1, 5), line('b', 3, 2, 1)]);
    const { population, groups, rows } = pathFromLogs([{ private: log }], { steps: 10 });
    expect(rows).toBe(4);
    expect(groups.map(({ excessiveRisk }) => excessiveRisk[0])).toEqual([0.75, 1.75]);
    // Half of the squared rate times trace times variance: 4/2 5 3 and 4/2 1 3; ten steps of it; a quarter of one, three of the other.
    expect(groups.map(({ noise }) => noise[0])).toEqual([30, 6]);
    expect(groups.map(({ accumulatedNoise }) => accumulatedNoise.at(-1))).toEqual([300, 60]);
    expect(population.noise[0]).toBe(12);
    expect(population.excessiveRisk[0]).toBe(1.5);
  });

  it('refuses logs that do not belong together, none at all, and fewer steps than were logged', async () => {
    const log = await logOf(0, true);
    const shorter = { ...log, step: log.step.slice(1) };
    expect(() => pathFromLogs([{ private: log, nonPrivate: shorter }])).toThrow('steps of another log');
    const renamed = { ...log, groups: log.groups.map((group) => ({ ...group, group: `${group.group}!` })) };
    expect(() => pathFromLogs([{ private: log }, { private: renamed }])).toThrow('groups of another log');
    expect(() => pathFromLogs([])).toThrow('logs of a training');
    expect(() => pathFromLogs([{ private: log }], { steps: 3 })).toThrow('steps of the training');
  });

  it('ends before a step that is not finite', () => {
    const linear = describeModel({ kind: 'linear', inputs: 2, classes: 0 });
    const model = makeModel(linear);
    const examples = madeExamples(linear, 10);
    const rows = trackedRows(examples, Number.POSITIVE_INFINITY, parseSeed(1));
    const steps: number[] = [];
    const tracker = logTracker(model, examples, rows, {
      seed: parseSeed(1),
      every: 1,
      write: (line) => steps.push(JSON.parse(line).step),
    });
    const descent = { ...plan.descent, privacy: null, learningRate: 1e60, samplingRate: 1, repetition: 0 };
    descend(model, examples, new Float64Array(3), descent, { trackers: [tracker] });
    expect(new Set(steps)).toEqual(new Set([0, 1, 2]));
  });
});
