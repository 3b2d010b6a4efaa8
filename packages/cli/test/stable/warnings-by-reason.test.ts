import { expect, it } from 'vitest';
import { stableWarnings } from '../../src/messages/stable.js';
import { warningsByReason } from '../../src/stable/warnings-by-reason.js';

const cell = (name: string, count: number, why = 'steps') => ({ cell: name, count, of: 5, why });
const told = (cells: Parameters<typeof warningsByReason>[0]) =>
  warningsByReason(cells, stableWarnings.notConverged).map(({ message }) => message);

it('cells with one reason share a warning, each with its own count', () => {
  expect(
    told([cell('kaas sex lambda 0', 5), cell('zvrg sex lambda 0', 2, 'stuck'), cell('kaas sex lambda 0.01', 1)]),
  ).toEqual([
    'kaas sex lambda 0: 5 of 5, kaas sex lambda 0.01: 1 of 5 fits did not converge, and are in the numbers as they ended (steps)',
    'zvrg sex lambda 0: 2 of 5 fits did not converge, and are in the numbers as they ended (stuck)',
  ]);
  expect(told([])).toEqual([]);
});

it('of many cells six are named, and the worst of the others is told', () => {
  const [message = ''] = told(Array.from({ length: 9 }, (_, at) => cell(`gyf sex lambda ${at}`, at === 7 ? 4 : 1)));
  expect(message).toContain('gyf sex lambda 5: 1 of 5, 3 more cells: up to 4 of 5 fits');
  expect(message).not.toContain('lambda 6');
});
