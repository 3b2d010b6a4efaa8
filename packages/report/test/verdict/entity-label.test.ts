import { expect, it } from 'vitest';
import { entityView } from '../../src/measure/index.js';
import { sizeMessages } from '../../src/messages/figures/figure-messages.js';
import { entityLabel } from '../../src/verdict/entity-label.js';
import { verdict } from '../../src/verdict/verdict.js';
import { close, seatCell, seatResult } from '../fixtures/seats.js';

const long = 'Del Norte County, California - American Indian (all other American Indian Tribes)';
const cell = seatCell(0.01, close);
const named = (...name: string[]) => ({ ...cell, entities: { ...cell.entities, name } });

it('a sentence names who loses in full, a title where it has room', () => {
  const own = named(long, 'New York', 'Ohio');
  const result = seatResult(own);
  expect(verdict(result)).toContain(`${long} loses a seat`);
  expect(entityLabel(own, entityView(result, own, 0), 60)).toBe('Del Norte County, California - American Indian (…)');
});

it('two of one name are told apart by their ids', () => {
  const own = named('Union', 'Union', 'Ohio');
  expect(entityLabel(own, entityView(seatResult(own), own, 1))).toBe('Union (N)');
});

it('one entity without a percentage is one entity', () => {
  expect(sizeMessages.omitted('1')).toContain('1 entity whose truth is zero has no percentage');
  expect(sizeMessages.omitted('2')).toContain('2 entities whose truth is zero have no percentage');
});
