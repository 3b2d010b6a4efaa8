import type { Activation } from '../model-description.js';
import type { HiddenUnit } from './hidden-unit.js';
import { relu } from './relu.js';
import { tanh } from './tanh.js';

/** Every activation that a description can name. */
export const hiddenUnits: Readonly<Record<Activation, HiddenUnit>> = { relu, tanh };
