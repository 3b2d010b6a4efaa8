import { decisionByName } from '@dpfair/decisions';
import { laplace, parseSeed } from '@dpfair/stats';
import { expect, it } from 'vitest';
import { simulateHere } from '../../src/index.js';
import { prepareCell } from '../../src/models/prepared-cell.js';
import { toSimulatedCell } from '../../src/montecarlo/simulation.js';
import { section203 } from '../published-language.js';

const counts = {
  lep: Float64Array.of(160, 4, 12_000),
  citizens: Float64Array.of(3305, 80, 900_000),
  illiterate: Float64Array.of(8, 1, 400),
};
const labels = {
  level: ['county', 'county', 'county'],
  state: ['48', '48', '06'],
  language: ['A', 'A', 'A'],
  area: ['none', 'none', 'none'],
};

it.each([
  ['threshold', { rule: section203 }],
  ['language', { clauses: { state: false } }],
] as const)('a simulation of %s that is sent to a worker thread gives the same bytes there', (name, parameters) => {
  const decision = decisionByName(name, parameters);
  const input = { counts, fixed: {}, labels };
  const cell = toSimulatedCell(prepareCell({ decision, input, noise: laplace(10), post: 'clip' }).problem);
  const plan = {
    input,
    cells: [cell],
    controlVariates: true,
    seed: parseSeed(5),
    firstTrial: 0,
    trials: 640,
    shards: 8,
  };
  expect(simulateHere(structuredClone(plan))).toEqual(simulateHere(plan));
  const sampled = { ...plan, sampling: { lep: Float64Array.of(3, 0, 1000) } };
  expect(simulateHere(structuredClone(sampled))).toEqual(simulateHere(sampled));
  expect(simulateHere(sampled)).not.toEqual(simulateHere(plan));
});
