import { DpfairError } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';

/** A condition of --fail-on: the run fails when the measure is beyond the limit. */
export interface SmoothCondition<Measure extends string> {
  readonly text: string;
  readonly measure: Measure;
  /** The group that it speaks of; null: all rows. */
  readonly group: string | null;
  /** `<`: fails below the limit; `>`: above it. */
  readonly side: '<' | '>';
  readonly limit: number;
}

const sides = { accuracy: '<', confidence: '<', abstained: '>', violations: '>', ratio: '>' } as const;
export type SmoothMeasure = 'accuracy' | 'confidence' | 'abstained';
export type PairMeasure = 'violations' | 'ratio';

const pattern = /^([a-z]+)(?::(.+))?\s*([<>])\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/is;

/**
 * Reads `accuracy<.8` or `accuracy:Female<.8`. The name of a group may hold any character.
 *
 * @throws DpfairError `usage` for anything else.
 * @example parseSmoothCondition('abstained>0.1').side // '>'
 */
export const parseSmoothCondition = (text: string): SmoothCondition<SmoothMeasure> =>
  parse(
    text,
    ['accuracy', 'confidence', 'abstained'],
    'accuracy<LIMIT, confidence<LIMIT, abstained>LIMIT, or of a group: accuracy:GROUP<LIMIT',
  );

/** Reads `violations>0` or `ratio>1.5`. @throws DpfairError `usage` for anything else. */
export function parsePairCondition(text: string): SmoothCondition<PairMeasure> {
  const allowed = 'violations>LIMIT, ratio>LIMIT, or of a group: violations:GROUP>LIMIT';
  return parse(text, ['violations', 'ratio'], allowed);
}

function parse<Measure extends keyof typeof sides>(
  text: string,
  measures: readonly Measure[],
  allowed: string,
): SmoothCondition<Measure> {
  const [, word = '', group, side, limit] = pattern.exec(text.trim()) ?? [];
  const measure = measures.find((name) => name === word.toLowerCase());
  if (measure === undefined || side !== sides[measure] || !Number.isFinite(Number(limit))) {
    throw new DpfairError('usage', smoothFaults.condition(text, allowed));
  }
  const of = group?.trim() ?? null;
  return {
    text: `${measure}${of === null ? '' : `:${of}`}${side}${limit}`,
    measure,
    group: of,
    side: sides[measure],
    limit: Number(limit),
  };
}
