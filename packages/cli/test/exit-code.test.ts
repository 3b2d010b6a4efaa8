import { expect, it } from 'vitest';
import { exitCodeOfRun } from '../src/exit-code.js';

it.each([
  [false, [], 0],
  [false, ['pass', 'pass'], 0],
  [false, ['pass', 'not-applicable'], 0],
  [false, ['pass', 'fail', 'inconclusive'], 1],
  [false, ['pass', 'inconclusive'], 3],
  [false, ['error'], 3],
  [true, ['fail'], 130],
  [true, [], 130],
] as const)('interrupted %s with checks %j exits with %d', (interrupted, statuses, code) => {
  expect(exitCodeOfRun(interrupted, statuses)).toBe(code);
});
