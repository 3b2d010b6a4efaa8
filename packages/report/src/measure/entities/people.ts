import type { Cell } from '@dpfair/result';
import type { Compared } from '../best-of-row.js';
import { answerView } from './answer-view.js';

/** People whose entities are told the wrong answer, where the result knows how many an answer touches. */
export interface PeopleView {
  /** What counts them. */
  readonly role: string;
  /** Entitled people, and how many of them are expected to lose. */
  readonly entitled: number;
  readonly losing: Compared;
  /** The entity with the largest number of people expected to lose; null when nobody does. */
  readonly worst: number | null;
}

export function peopleView(cell: Cell): PeopleView | null {
  if (cell.people === undefined) return null;
  const { role, losing } = cell.people;
  const { expected: estimate, lower, upper, people: entitled } = losing;
  return { role, entitled, losing: { estimate, lower, upper }, worst: rankByPeople(cell)[0] ?? null };
}

/** Indices of the entities with people who are expected to lose, largest number first; ties in the order of the input. */
export function rankByPeople(cell: Cell): number[] {
  const expected = cell.entities.id.map((_, index) => expectedToLose(cell, index) ?? 0);
  const indices = [...expected.keys()].filter((index) => (expected[index] as number) > 0);
  return indices.sort((one, other) => (expected[other] as number) - (expected[one] as number) || one - other);
}

/** Whether an entity's own people are not those of others: of the rest it is not said who is touched. */
export const countsPeople = ({ entities }: Cell, index: number): boolean =>
  entities.people === undefined || entities.people[index] !== null;

/** People of an entitled entity times the probability that it is told no; null where nothing is known of them. */
export function expectedToLose(cell: Cell, index: number): number | null {
  const people = cell.entities.people?.[index] ?? null;
  const { entitled, wrong } = answerView(cell, index);
  return people === null || wrong === null || !entitled ? null : people * wrong;
}
