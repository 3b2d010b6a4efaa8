import { DpfairError } from '@dpfair/result';

export const eventFault = (index: number, field: string, value: number, allowed: string): DpfairError =>
  new DpfairError('domain', { what: `${field} of event ${index + 1}`, value, allowed });

export const epsilonFault = (epsilon: number): DpfairError =>
  new DpfairError('domain', { what: 'epsilon', value: epsilon, allowed: 'a finite number of at least 0' });

export const orderFault = (order: number): DpfairError =>
  new DpfairError('domain', { what: 'order', value: order, allowed: 'finite numbers above 1, at least one' });

export const eventRefused = (accountant: string, index: number, kind: string, others: readonly string[]): DpfairError =>
  new DpfairError('usage', {
    what: `event ${index + 1}, which accountant ${accountant} cannot take`,
    value: kind,
    allowed: `gaussian events; accountant ${others.join(' or ')} for the rest`,
  });

export const epsilonUnreachable = (epsilon: number, delta: number, least: number): DpfairError =>
  new DpfairError('domain', {
    what: `epsilon cannot be met at delta ${delta} with any noise multiplier`,
    value: epsilon,
    allowed: `at least ${shown(least)}, which what is released beside the steps and the accountant itself leave`,
  });

export const epsilonSpentBefore = (epsilon: number, delta: number, ofOne: number): DpfairError =>
  new DpfairError('domain', {
    what: `epsilon cannot be met at delta ${delta} by a single step`,
    value: epsilon,
    allowed: `at least ${shown(ofOne)}, or more noise, or a lower sampling rate`,
  });

/** Six digits, the last one rounded up: what is allowed must pass. */
const shown = (value: number): string => {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 5);
  return String(Number((Math.ceil(value / unit) * unit).toPrecision(6)));
};

export const stepsFault = (steps: number): DpfairError =>
  new DpfairError('domain', { what: 'steps', value: steps, allowed: 'a whole number of at least 1' });
