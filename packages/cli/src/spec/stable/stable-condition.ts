import { DpfairError } from '@dpfair/result';
import { stableFaults } from '../../messages/stable.js';

export const stableMeasures = ['accuracy', 'gamma', 'disparate-impact', 'gap', 'stab'] as const;
export type StableMeasure = (typeof stableMeasures)[number];

/** A condition of --fail-on of an experiment: the run fails when the measure is on this side of the limit. */
export interface StableCondition {
  readonly text: string;
  readonly measure: StableMeasure;
  readonly side: 'below' | 'above';
  readonly limit: number;
}

const pattern = /^([a-z-]+)\s*([<>])\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;

/**
 * Reads `gamma<.8`, `accuracy<.8`, `disparate-impact<.8`, `gap>.1` or `stab>100`, any of them with either sign.
 *
 * @throws DpfairError `usage` for anything else.
 * @example parseStableCondition('gamma < .8').limit // 0.8
 */
export function parseStableCondition(text: string): StableCondition {
  const [, word, sign, limit] = pattern.exec(text.trim()) ?? [];
  const measure = stableMeasures.find((name) => name === word?.toLowerCase());
  if (measure === undefined || !Number.isFinite(Number(limit))) {
    throw new DpfairError('usage', stableFaults.condition(text));
  }
  return { text: `${measure}${sign}${limit}`, measure, side: sign === '<' ? 'below' : 'above', limit: Number(limit) };
}
