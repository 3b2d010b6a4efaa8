import type { LinearForm } from '../predicate.js';
import { isDecimal } from '../whole-coefficients.js';
import { addForms, scaleForm } from './linear-form.js';

/**
 * A weighted sum over a number above 0. A division is not carried out before it must be: 1 / 49 is no double, and
 * `lep / 49 >= 1` is asked as `lep >= 49`, which holds at 49.
 */
export interface Quotient {
  readonly form: LinearForm;
  readonly over: number;
}

/** A sum that is divided by nothing. */
export const undivided = (form: LinearForm): Quotient => ({ form, over: 1 });

/** first + sign x second. */
export function addQuotients(first: Quotient, second: Quotient, sign: 1 | -1): Quotient {
  if (first.over === second.over) return { form: addForms(first.form, second.form, sign), over: first.over };
  const form = addForms(scaleForm(first.form, second.over), second.form, sign * first.over);
  return { form, over: first.over * second.over };
}

/** The quotient times a constant. */
export const timesConstant = (quotient: Quotient, { form: { constant }, over }: Quotient): Quotient => ({
  form: scaleForm(quotient.form, constant),
  over: quotient.over * over,
});

/** The quotient divided by a constant other than 0. */
export const overConstant = (quotient: Quotient, { form: { constant }, over }: Quotient): Quotient => ({
  form: scaleForm(quotient.form, constant < 0 ? -over : over),
  over: quotient.over * Math.abs(constant),
});

/** A form that is above 0, at it or below it where the quotient is: divided out where that gives decimals, else multiplied through. */
export function sameSign({ form, over }: Quotient): LinearForm {
  if (over === 1) return form;
  const divided = {
    coefficients: mapValues(form.coefficients, (value) => value / over),
    constant: form.constant / over,
  };
  return isDecimal(divided) ? divided : form;
}

function mapValues(record: Readonly<Record<string, number>>, change: (value: number) => number) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
