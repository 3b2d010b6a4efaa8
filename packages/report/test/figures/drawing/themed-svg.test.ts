import { expect, it } from 'vitest';
import { themedSvg } from '../../../src/figures/drawing/themed-svg.js';

it('drawings take the colours of the page, and keep colours that are not of the theme', () => {
  expect(themedSvg('<path fill="#1b1b1b" stroke="#123456"/>')).toBe('<path fill="var(--ink)" stroke="#123456"/>');
});
