import { DpfairError } from '@dpfair/result';

export const scoreFault = (what: string, place: number, value: number): DpfairError =>
  new DpfairError('input', { what: `score of ${what} ${place}, counted from 0`, value, allowed: 'a finite number' });

export const groupFault = (what: string, place: number, value: number | string, allowed: string): DpfairError =>
  new DpfairError('input', { what: `group of ${what} ${place}, counted from 0`, value, allowed });

export const lengthFault = (what: string, found: number, expected: number): DpfairError =>
  new DpfairError('input', { what, value: found, allowed: String(expected) });

export const argumentFault = (what: string, value: number, allowed: string): DpfairError =>
  new DpfairError('domain', { what, value, allowed });
