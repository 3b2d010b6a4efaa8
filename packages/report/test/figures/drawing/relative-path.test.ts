import { expect, it } from 'vitest';
import { relativePath } from '../../../src/figures/drawing/relative-path.js';

it('writes outlines by steps, without those of no length', () => {
  expect(relativePath('M0,0L10,0L10,10.5L10,10.5L9.9,-3ZM5,5L6,5L6,4Z')).toBe(
    'M0,0l10,0 0,10.5-0.1-13.5ZM5,5l1,0 0-1Z',
  );
});

it('steps do not add up: the last corner is where it was, to the tenth of a pixel', () => {
  const corners = Array.from({ length: 200 }, (_, k) => [(k * 0.7).toFixed(1), (k % 7) / 10] as const);
  const path = `M0,0${corners.map(([x, y]) => `L${x},${y}`).join('')}Z`;
  let [x, y] = [0, 0];
  for (const [, dx, dy] of relativePath(path).matchAll(/(?:l| |(?=-))(-?[\d.]+),?(-?[\d.]+)/g)) {
    x += Number(dx);
    y += Number(dy);
  }
  expect([x, y]).toEqual([expect.closeTo(139.3, 9), expect.closeTo(0.3, 9)]);
});

it('leaves lines and curves alone', () => {
  for (const path of ['M0,0L10,0', 'M-3,-3h6v6Z', 'M2,0A2,2,0,1,1,-2,0']) expect(relativePath(path)).toBe(path);
});
