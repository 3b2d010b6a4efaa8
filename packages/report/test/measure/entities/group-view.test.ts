import { expect, it } from 'vitest';
import { groupViews } from '../../../src/measure/entities/group-view.js';
import { districts } from '../../fixtures/districts.js';

it('groups are sorted by percent of their own total, all of them', () => {
  const [cell] = districts(120).cells;
  const views = groupViews(cell as NonNullable<typeof cell>);
  expect(views.length).toBe(cell?.groups.length);
  const fractions = views.map((view) => view.fraction ?? Number.POSITIVE_INFINITY);
  expect(fractions).toEqual([...fractions].sort((first, second) => first - second));
});
