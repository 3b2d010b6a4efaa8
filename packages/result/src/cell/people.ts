import { z } from 'zod';
import { nonNegative, wholeNumber } from '../numbers.js';
import { requireInterval } from './interval.js';

export const peopleExpectedSchema = z
  .object({
    entities: wholeNumber.describe('Entities that are added up.'),
    people: nonNegative.describe('People in them.'),
    expected: nonNegative
      .nullable()
      .describe('Expected number of people whose answer is wrong; null without probabilities.'),
    lower: nonNegative.nullable(),
    upper: nonNegative.nullable(),
  })
  .check(requireInterval('expected', 'lower', 'upper'));
/** How many people are told the wrong answer, on average over the noise. */
export type PeopleExpected = z.infer<typeof peopleExpectedSchema>;

export const peopleSchema = z
  .object({
    role: z.string().describe('The role of the column that counts the people.'),
    losing: peopleExpectedSchema.describe('Of the entities whose true answer is yes: people who are told no.'),
    gaining: peopleExpectedSchema.describe('Of the entities whose true answer is no: people who are told yes.'),
  })
  .describe(
    'Yes-or-no decisions that know it: the people behind wrong answers, each counted once. Intervals are for one number at a time.',
  );
/** The people behind wrong answers. */
export type People = z.infer<typeof peopleSchema>;
