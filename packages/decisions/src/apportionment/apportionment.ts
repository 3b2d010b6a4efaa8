// 2 U.S.C. 2a; Balinski and Young, Fair Representation (1982).
import type { PostName, Stage } from '@dpfair/mechanisms';
import type { Decision, DecisionEvent, DecisionInput, DecisionParameters } from '../decision.js';
import { countStages } from '../identity.js';
import { fewerSeatsThanEntities, nobodyToSeat } from '../messages/apportionment.js';
import { pipelineOf } from '../pipeline.js';
import { weightedCounts } from '../weighted-counts.js';
import { isEmpty } from './apportioner.js';
import { apportionerByName } from './apportioner-by-name.js';
import { apportionmentMethods } from './methods.js';
import { type ApportionmentOptions, readApportionment } from './read-apportionment.js';
import { type SeatEvent, seatEventNames, seatEvents } from './seat-events.js';
import { tiedEntities } from './tied-entities.js';

/** What may be done to the noisy populations; a negative one counts as 0 in any case, so that `clip` changes nothing. */
export const apportionmentPosts = ['none', 'clip', 'sum', 'simplex'] as const satisfies readonly PostName[];

/**
 * Seats of a house by population: the outcome of an entity is its number of seats, whole without noise and on average a
 * fraction. Comes with two questions: does an entity get fewer seats than without noise, does it get more?
 *
 * Under `huntington-hill` and `adams` everyone listed gets at least one seat, whatever the population; under `webster`,
 * `jefferson` and `hamilton` nobody is promised one.
 *
 * @param parameters `seats`, from 1 to a million; `method`, default `huntington-hill`; `event`, `fewer` or `more`: the question
 * in place of the seats.
 * @throws DpfairError `usage` for seats that are missing, not whole or too few, and for unknown names; `undefined-result` where
 * every population is 0.
 * @example
 * const house = decisionByName('apportionment', { seats: 26, method: 'webster' });
 * house.truth({ counts: { count: Float64Array.of(9061, 7179, 5259, 3319, 1182) }, fixed: {} }) // [9, 8, 5, 3, 1]
 */
export function apportionment(parameters: DecisionParameters): Decision {
  const options = readApportionment(parameters);
  return options.event === null ? ofSeats(options) : ofEvent(options, options.event);
}

const shared = {
  name: 'apportionment',
  privateRoles: ['count'],
  publicRoles: [],
  posts: apportionmentPosts,
} as const;

function ofSeats(options: ApportionmentOptions): Decision {
  const { method, seats } = options;
  return {
    ...shared,
    parameters: { method, seats },
    unit: 'seats',
    truth: (input) => trueSeats(options, input),
    pipeline: (post, input, hints) =>
      pipelineOf('count', [
        ...countStages('apportionment', post, populationsOf(options, input), hints),
        seatsOf(options, input),
      ]),
    tied: (input) => tiedEntities(method, seats, populationsOf(options, input)),
    events: seatEventNames.map(
      (name): DecisionEvent => ({
        ...seatEvents[name],
        decision: ofEvent(options, name),
        postOf: (post) => post,
      }),
    ),
  };
}

function ofEvent(options: ApportionmentOptions, event: SeatEvent): Decision {
  const { method, seats } = options;
  return {
    ...shared,
    parameters: { method, seats, event },
    unit: 'probability',
    truth: (input) => new Float64Array(populationsOf(options, input).length),
    pipeline: (post, input, hints) => {
      const truth = trueSeats(options, input);
      const stages = [
        ...countStages('apportionment', post, populationsOf(options, input), hints),
        seatsOf(options, input),
        comparedWith(truth, event),
      ];
      return pipelineOf('count', stages);
    },
  };
}

/** @throws DpfairError `usage` where there are fewer seats than the method gives to everyone. */
function populationsOf({ method, seats }: ApportionmentOptions, input: DecisionInput): Float64Array {
  const { counts } = weightedCounts(input);
  if (apportionmentMethods[method].minimum * counts.length > seats) {
    throw fewerSeatsThanEntities(method, seats, counts.length);
  }
  return counts;
}

function trueSeats(options: ApportionmentOptions, input: DecisionInput): Float64Array {
  const populations = populationsOf(options, input);
  if (isEmpty(populations)) throw nobodyToSeat();
  const seats = new Float64Array(populations.length);
  apportionerByName(options.method, options.seats)(populations, seats);
  return seats;
}

function seatsOf({ method, seats }: ApportionmentOptions, input: DecisionInput): Stage {
  const apportion = apportionerByName(method, seats);
  const populations = new Float64Array(weightedCounts(input).counts.length);
  return {
    description: {
      name: 'apportionment',
      parameters: { method, seats },
      linear: false,
      keeps: { sum: false, sign: true, integers: true },
    },
    apply: (values) => {
      populations.set(values);
      apportion(populations, values);
    },
  };
}

function comparedWith(truth: Float64Array, event: SeatEvent): Stage {
  const { holds } = seatEvents[event];
  return {
    description: {
      name: 'compare-seats',
      parameters: { event },
      linear: false,
      keeps: { sum: false, sign: true, integers: true },
    },
    apply: (values) => {
      for (let i = 0; i < values.length; i++) values[i] = Number(holds(values[i] as number, truth[i] as number));
    },
  };
}
