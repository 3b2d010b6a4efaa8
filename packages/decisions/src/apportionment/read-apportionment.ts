import type { DecisionParameters } from '../decision.js';
import { badSeats, seatsMissing, unknownMethod, unknownSeatEvent } from '../messages/apportionment.js';
import { type ApportionmentMethodName, apportionmentMethodNames } from './methods.js';
import { type SeatEvent, seatEventNames } from './seat-events.js';

/** What seats are given by. */
export interface ApportionmentOptions {
  readonly method: ApportionmentMethodName;
  readonly seats: number;
  /** The question in place of the seats; null for the seats. */
  readonly event: SeatEvent | null;
}

const MOST_SEATS = 1_000_000;
const DEFAULT_METHOD: ApportionmentMethodName = 'huntington-hill';

/** @throws DpfairError `usage` for what is missing or unknown. */
export function readApportionment({ method = DEFAULT_METHOD, seats, event }: DecisionParameters): ApportionmentOptions {
  if (seats === undefined) throw seatsMissing();
  if (!(Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS)) throw badSeats(seats, MOST_SEATS);
  const name = apportionmentMethodNames.find((known) => known === method);
  if (name === undefined) throw unknownMethod(method, apportionmentMethodNames);
  const asked = seatEventNames.find((known) => known === event);
  if (event !== undefined && asked === undefined) throw unknownSeatEvent(event, seatEventNames);
  return { method: name, seats, event: asked ?? null };
}
