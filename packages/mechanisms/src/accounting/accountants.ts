import type { Accountant, AccountantName } from './accountant.js';
import { concentratedAccountant } from './concentrated-accountant.js';
import { privacyLossAccountant } from './loss-distribution/privacy-loss-accountant.js';
import { renyiAccountant } from './renyi/renyi-accountant.js';

/** Every accountant by name, with its default conversion. */
export const accountants: Readonly<Record<AccountantName, Accountant>> = {
  zcdp: concentratedAccountant(),
  rdp: renyiAccountant(),
  pld: privacyLossAccountant(),
};
