import { describe, expect, it } from 'vitest';
import { formatEpsilon } from '../../src/format/epsilon.js';

describe('an epsilon that is read', () => {
  it.each([
    [0.1, 'up', '0.1'],
    [0.1, 'down', '0.1'],
    [0.12345678, 'up', '0.123457'],
    [0.12345678, 'down', '0.123456'],
    [0.12345612, 'up', '0.123457'],
    [9.9999999, 'up', '10'],
    [1.0000001e-4, 'up', '0.000100001'],
    [1.0000001e-4, 'down', '0.0001'],
    [0.1 + 0.2, 'up', '0.3'],
    [0.3 - 1e-9, 'down', '0.299999'],
    [1.5608435, 'up', '1.56085'],
    [1e-22, 'up', 'less than 0.000001'],
  ] as const)('%d is never on the wrong side, rounded %s', (epsilon, direction, text) => {
    expect(formatEpsilon(epsilon, direction)).toBe(text);
  });
});
