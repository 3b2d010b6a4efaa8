import type { ApportionmentMethod } from './method.js';
import { adams } from './methods/adams.js';
import { hamilton } from './methods/hamilton.js';
import { huntingtonHill } from './methods/huntington-hill.js';
import { jefferson } from './methods/jefferson.js';
import { webster } from './methods/webster.js';

/** Every method of apportionment, by name. A new one is a file and a line here. */
export const apportionmentMethods = {
  'huntington-hill': huntingtonHill,
  webster,
  jefferson,
  adams,
  hamilton,
} as const satisfies Record<string, ApportionmentMethod>;

export type ApportionmentMethodName = keyof typeof apportionmentMethods;
export const apportionmentMethodNames = Object.keys(apportionmentMethods) as readonly ApportionmentMethodName[];
