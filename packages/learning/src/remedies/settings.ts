import type { TrainingPlan } from '../repetitions/training-plan.js';
import type { DescentPrivacy } from '../training/descent.js';
import { badRemedySetting, unknownRemedySetting } from './messages.js';
import type { RemedyKind, RemedySetting } from './remedy.js';

type Default = RemedySetting['default'] | number;

const setting = (allows: (value: number) => boolean, allowed: string) => {
  return (name: string, byDefault: Default, meaning: string): RemedySetting => ({
    name,
    meaning,
    default: typeof byDefault === 'number' ? () => byDefault : byDefault,
    allows: (value) => Number.isFinite(value) && allows(value),
    allowed,
  });
};

/** Makes a setting: name, default, meaning. */
export const positive = setting((value) => value > 0, 'above 0');
export const notNegative = setting((value) => value >= 0, 'at least 0');
export const wholePositive = setting((value) => Number.isSafeInteger(value) && value >= 1, 'whole, at least 1');
export const atLeastOne = setting((value) => value >= 1, 'at least 1');

/** Multiples of the bound of clipping, and of the noise multiplier, of the training that a remedy is given to. */
export const bounds =
  (factor: number): Default =>
  (_plan, { clipping }) =>
    factor * clipping.bound;
export const multipliers =
  (factor: number): Default =>
  (_plan, { noiseMultiplier }) =>
    factor * noiseMultiplier;

/** All settings of a remedy, given or by default. @throws DpfairError `usage` for one that it has not or out of range */
export function completeSettings(
  { id, settings }: RemedyKind,
  plan: TrainingPlan,
  privacy: DescentPrivacy,
  given: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const names = settings.map(({ name }) => name);
  for (const name of Object.keys(given)) if (!names.includes(name)) throw unknownRemedySetting(id, name, names);
  return Object.fromEntries(
    settings.map(({ name, allows, allowed, default: byDefault }) => {
      const value = given[name] ?? byDefault(plan, privacy);
      if (!allows(value)) throw badRemedySetting(id, name, value, allowed);
      return [name, value];
    }),
  );
}
