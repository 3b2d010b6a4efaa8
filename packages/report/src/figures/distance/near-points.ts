import type { Cell } from '@dpfair/result';
import { answerView } from '../../measure/index.js';
import { hasWhiskers, MOST_POINTS } from '../bias/bias-marks.js';
import type { Point } from '../bias/point.js';
import { FARTHEST } from './one-comparison.js';

/** Sizes are thirds of the entities: 0 the smallest, 2 the largest. */
export type SizeClass = 0 | 1 | 2;

/** One entity near the threshold: `truth` is its distance, `bias` the probability of a wrong answer. */
export interface NearPoint extends Point {
  readonly size: SizeClass;
}

/** The third that each entity is in, by its count; ties in the order of the input. */
export function sizeClasses({ entities }: Cell): readonly SizeClass[] {
  const order = entities.count
    .map((_, index) => index)
    .sort((first, second) => (entities.count[first] as number) - (entities.count[second] as number) || first - second);
  const classes = new Array<SizeClass>(order.length).fill(0);
  order.forEach((index, rank) => {
    classes[index] = Math.floor((3 * rank) / order.length) as SizeClass;
  });
  return classes;
}

/** Boxes in which one mark stands for all entities of a size, where there are many: standard deviations, and probability. */
const BOX = { distance: 0.1, wrong: 0.01 } as const;

/** The entities of a cell that are near enough to be drawn, with the ends of their intervals where these are drawn. */
export function nearPoints(cell: Cell): NearPoint[] {
  const classes = sizeClasses(cell);
  const whiskers = hasWhiskers(cell);
  const near = (cell.entities.distance ?? []).flatMap((distance, index): NearPoint[] => {
    const { wrong, half } = answerView(cell, index);
    if (distance === null || wrong === null || Math.abs(distance) > FARTHEST) return [];
    const wide = whiskers ? (half ?? 0) : 0;
    const [low, high] = [Math.max(0, wrong - wide), Math.min(1, wrong + wide)];
    return [{ truth: distance, bias: wrong, low, high, size: classes[index] as SizeClass }];
  });
  if (near.length <= MOST_POINTS) return near;
  const boxes = new Map<string, NearPoint>();
  for (const point of near) {
    const box = [Math.floor(point.truth / BOX.distance), Math.floor(point.bias / BOX.wrong), point.size].join();
    if (!boxes.has(box)) boxes.set(box, point);
  }
  return [...boxes.values()];
}
