import { expect, it } from 'vitest';
import { progressMessages } from '../../src/messages/progress.js';

it.each([
  [60, [1], 'auditing 60 entities: 1 budget, 2 post-processings'],
  [1, [3], 'auditing 1 entity: 3 budgets, 2 post-processings'],
  [60, [1, 1, 1, 1], 'auditing 60 entities: 4 kinds of noise at 1 budget, 2 post-processings'],
  [60, [2, 2], 'auditing 60 entities: 2 kinds of noise at 2 budgets, 2 post-processings'],
  [60, [1, 2], 'auditing 60 entities: 2 kinds of noise, 3 budgets in all, 2 post-processings'],
])('%i entities under noise with budgets by kind %j: %s', (rows, budgets, text) => {
  expect(progressMessages.auditing(rows, budgets, 2)).toBe(text);
});
