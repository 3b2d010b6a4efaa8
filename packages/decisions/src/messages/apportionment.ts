import { DpfairError } from '@dpfair/result';

export const seatsMissing = (): DpfairError =>
  new DpfairError('usage', {
    what: 'decision apportionment without a number of seats',
    allowed: 'seats, a whole number: 435 for the House of Representatives',
  });

export const badSeats = (seats: number, most: number): DpfairError =>
  new DpfairError('usage', { what: 'seats', value: seats, allowed: `a whole number from 1 to ${most}` });

export const unknownMethod = (method: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: 'unknown method of apportionment', value: method, allowed: allowed.join(', ') });

export const unknownSeatEvent = (event: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: 'unknown event of apportionment', value: event, allowed: allowed.join(', ') });

export const fewerSeatsThanEntities = (method: string, seats: number, entities: number): DpfairError =>
  new DpfairError('usage', {
    what: `seats under ${method}, which gives everyone at least one`,
    value: seats,
    allowed: `at least ${entities}, one for each of those listed`,
  });

export const nobodyToSeat = (): DpfairError =>
  new DpfairError('undefined-result', {
    what: 'seats do not exist: every population is zero',
    allowed: 'at least one positive population',
  });
