import type { ClippingName } from '../../options/train/training-privacy-options.js';
import type { TrainSpec } from './train-spec.js';

/** Names of the settings of rules of clipping, as in a spec. */
export const clippingSettings = ['clipLimit', 'clipQuantile', 'clipRate', 'clipStability', 'countNoise'] as const;
export type ClippingSetting = (typeof clippingSettings)[number];

/** The settings that each rule looks at besides its bound, and their defaults; limits are in multiples of the bound. */
const used: Readonly<Record<ClippingName, Partial<Record<ClippingSetting, number>>>> = {
  flat: {},
  'per-layer': {},
  automatic: { clipStability: 0.01 },
  adaptive: { clipQuantile: 0.5, clipRate: 0.2, countNoise: 10 },
  'by-group': { countNoise: 10 },
  global: { clipLimit: 100 },
  'global-adaptive': { clipLimit: 100, clipRate: 0.2, countNoise: 10 },
};

/** The rules that look at a setting. */
export const rulesWith = (setting: ClippingSetting): readonly ClippingName[] =>
  (Object.keys(used) as ClippingName[]).filter((rule) => used[rule][setting] !== undefined);

/** Every setting with its value: as given, else its default; null where the rule has no use for it. */
export function completeClipping(
  given: Partial<Pick<TrainSpec, ClippingSetting>>,
  rule: ClippingName,
  clip: number,
): Pick<TrainSpec, ClippingSetting> {
  const defaultOf = (setting: ClippingSetting): number | null => {
    const value = used[rule][setting];
    return value === undefined ? null : setting === 'clipLimit' ? value * clip : value;
  };
  return Object.fromEntries(clippingSettings.map((setting) => [setting, given[setting] ?? defaultOf(setting)])) as Pick<
    TrainSpec,
    ClippingSetting
  >;
}
