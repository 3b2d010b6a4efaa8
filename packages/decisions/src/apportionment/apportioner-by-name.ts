import type { Apportioner } from './apportioner.js';
import { divisorApportioner } from './divisors/divisor-apportioner.js';
import { type ApportionmentMethodName, apportionmentMethods } from './methods.js';
import { remainderApportioner } from './remainders/remainder-apportioner.js';

/** @param total seats to give out, a whole number, at least n where the method has a minimum. */
export function apportionerByName(name: ApportionmentMethodName, total: number): Apportioner {
  const method = apportionmentMethods[name];
  return method.kind === 'divisor' ? divisorApportioner(method, total) : remainderApportioner(total);
}
