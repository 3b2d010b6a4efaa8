import { choice, choices, number, texts } from '../reading/values.js';
import { smoothRunOptions } from './smoothing-options.js';

export const auditedModels = ['model', 'smoothed'] as const;
export type AuditedModel = (typeof auditedModels)[number];

export const answerKinds = ['labels', 'probabilities'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Where pairs of people are sought. */
export const pairOptions = {
  of: {
    describe: 'what is searched: model (as it is), smoothed; a comma searches both',
    default: 'model,smoothed',
    read: choices(auditedModels),
  },
  answers: {
    describe: 'what the model as it is answers: labels, or probabilities where it has them',
    default: 'labels',
    read: choice(answerKinds),
  },
  neighbours: {
    describe: 'nearest rows that each row is paired with; 0 for none',
    default: '5',
    read: number({ atLeast: 0, whole: true }),
  },
  protected: {
    describe:
      'column in which copies of each row are given every other value; columns joined by commas change together, a name that holds a comma stands in double quotes, also in a list of a spec; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
  climbs: {
    describe:
      'rows from which copies are sought uphill, along the slopes of the answers in columns of numbers; 0 for none; labels have no slopes',
    default: '0',
    read: number({ atLeast: 0, whole: true }),
  },
  rows: {
    describe: 'rows that pairs are sought from at most, drawn at random; their neighbours are sought among all',
    default: '2000',
    read: number({ atLeast: 1, whole: true }),
  },
  worst: {
    describe: 'worst pairs of each search that are listed',
    default: '10',
    read: number({ atLeast: 1, whole: true }),
  },
  seed: smoothRunOptions.seed,
  'fail-on': {
    describe:
      'violations>LIMIT (pairs whose answers differ by more than distance and excess) or ratio>LIMIT (largest ratio of output to input distance; of the smoothed model less what sampling may add), of every search; exit 1 when it is so; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
} as const;
