import { expect, it } from 'vitest';
import { signedScale, sizeScale } from '../../../../src/axis/index.js';
import { density } from '../../../../src/figures/bias/density/density.js';

it('the density counts every point once', () => {
  const points = Array.from({ length: 500 }, (_, index) => ({
    truth: index % 7 === 0 ? 0 : index,
    bias: Math.sin(index),
  }));
  const x = sizeScale(points.map((point) => point.truth));
  const y = signedScale(points.map((point) => point.bias));
  const boxes = density(points, x, y, 20, 10);
  expect(boxes.reduce((sum, box) => sum + box.entities, 0)).toBe(500);
  expect(boxes.length).toBeLessThanOrEqual(200);
  for (const box of boxes) {
    const inside = points.filter(
      (point) => point.truth >= box.x && point.truth < box.x2 && point.bias >= box.y && point.bias < box.y2,
    );
    expect(inside.length).toBeGreaterThan(0);
  }
});
