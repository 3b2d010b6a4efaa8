import { parentPort, workerData } from 'node:worker_threads';
import { openOnnxModel } from '@dpfair/individual';

const { bytes, points, rows } = workerData;
const model = await openOnnxModel(bytes);
parentPort?.postMessage(await model.answer(points, rows));
