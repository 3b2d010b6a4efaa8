import { expect, it } from 'vitest';
import { powerLabel } from '../../src/axis/power-label.js';

it.each([
  [1e-8, '10⁻⁸'],
  [2e-7, '2×10⁻⁷'],
  [-2.5e-12, '−2.5×10⁻¹²'],
  [1e21, '10²¹'],
  [0.9999e-8, '10⁻⁸'],
  [0, '0'],
])('writes %s on an axis as %s', (value, text) => {
  expect(powerLabel(value)).toBe(text);
});
