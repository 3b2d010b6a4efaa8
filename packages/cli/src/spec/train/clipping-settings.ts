import { clippingDefaults } from '@dpfair/learning';
import type { ClippingName } from '../../options/train/training-privacy-options.js';
import type { TrainSpec } from './train-spec.js';

/** Names of the settings of rules of clipping, as in a spec. */
export const clippingSettings = ['clipLimit', 'clipQuantile', 'clipRate', 'clipStability', 'countNoise'] as const;
export type ClippingSetting = (typeof clippingSettings)[number];

/** What each setting is called by the rules. */
const nameOf: Readonly<Record<ClippingSetting, string>> = {
  clipLimit: 'limit',
  clipQuantile: 'quantile',
  clipRate: 'rate',
  clipStability: 'stability',
  countNoise: 'countNoise',
};

/** The settings that each rule looks at besides its bound, and their defaults. */
const used = (clip: number): Readonly<Record<ClippingName, Readonly<Partial<Record<string, number>>>>> =>
  clippingDefaults(clip);

/** The rules that look at a setting. */
export const rulesWith = (setting: ClippingSetting): readonly ClippingName[] =>
  (Object.entries(used(1)) as [ClippingName, Readonly<Partial<Record<string, number>>>][])
    .filter(([, settings]) => settings[nameOf[setting]] !== undefined)
    .map(([rule]) => rule);

/** Every setting with its value: as given, else its default; null where the rule has no use for it. */
export function completeClipping(
  given: Partial<Pick<TrainSpec, ClippingSetting>>,
  rule: ClippingName,
  clip: number,
): Pick<TrainSpec, ClippingSetting> {
  const byDefault = used(clip)[rule];
  return Object.fromEntries(
    clippingSettings.map((setting) => [setting, given[setting] ?? byDefault[nameOf[setting]] ?? null]),
  ) as Pick<TrainSpec, ClippingSetting>;
}
