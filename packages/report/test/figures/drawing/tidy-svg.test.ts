import { expect, it } from 'vitest';
import { tidySvg } from '../../../src/figures/drawing/tidy-svg.js';

it('smaller drawings round coordinates and leave text alone', () => {
  expect(
    tidySvg('<g class="a" transform="translate(0,0)"><text class="b" x="1.23456">class="b" 1.23456</text></g>'),
  ).toBe('<text x="1.2">class="b" 1.23456</text>');
});
