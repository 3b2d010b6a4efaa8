import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { openOnnxModel } from '@dpfair/individual';
import { openStream, parseSeed } from '@dpfair/stats';
import { expect, it } from 'vitest';
import { modelFile } from './model-file.js';

it('an ONNX model gives the same bits in worker threads as in the main thread', async () => {
  const bytes = modelFile('network');
  const stream = openStream(parseSeed(6), 'test', 0);
  const rows = 40;
  const points = Float64Array.from({ length: 7 * rows }, () => stream.nextGaussian());
  const workers = [0, 1].map(
    () => new Worker(new URL('ask-in-worker.mjs', import.meta.url), { workerData: { bytes, points, rows } }),
  );
  const answered = Promise.all(workers.map((worker) => once(worker, 'message')));
  const here = await (await openOnnxModel(bytes)).answer(points, rows);
  for (const [there] of await answered) expect(there).toEqual(here);
  await Promise.all(workers.map((worker) => worker.terminate()));
});
