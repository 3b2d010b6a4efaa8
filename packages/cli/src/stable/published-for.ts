import { isDeepStrictEqual } from 'node:util';
import type { StabilityCell } from '@dpfair/result';
import { adultFigures, presets } from '@dpfair/stability';
import { completeStableSpec } from '../spec/stable/complete-stable-spec.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';
import type { NamedArm } from './arms-of.js';

/** What may differ from a preset without its being another setting: which cells, how often, how sure, and how files are read. */
const free = [
  ...(['data', 'more', 'format', 'delimiter', 'encoding', 'decimal', 'headerRow', 'skipBadRows'] as const),
  ...(['group', 'contrast', 'algorithm', 'lambda', 'epsilon', 'delta', 'clip', 'epochs', 'batch'] as const),
  ...(['learningRate', 'repetitions', 'seed', 'replace', 'confidence', 'failOn'] as const),
  // These are compared as they stand in the program.
  ...(['bound', 'weight'] as const),
] satisfies readonly (keyof StableSpec)[];

/**
 * What was published for a cell, where the whole setting is that of the spec's preset: all of the spec but what is free, the number of rows, and the
 * program. Null otherwise: a published figure beside another setting compares nothing.
 *
 * @param rows complete rows of the data
 * @param group column of the group
 */
export function publishedFor(
  spec: StableSpec,
  rows: number,
  { algorithm, lambda, program }: Pick<NamedArm, 'algorithm' | 'lambda' | 'program'>,
  group: string,
): StabilityCell['published'] {
  const { preset } = spec;
  if (preset === 'own' || algorithm === 'private' || algorithm === 'plain') return null;
  const { data, programs } = presets[preset];
  const isProgram = isDeepStrictEqual(program, { ...programs[algorithm], stabilityWeight: lambda });
  return data.rows === rows && isProgram && isSettingOf(preset, spec) ? adultFigures(algorithm, group, lambda) : null;
}

function isSettingOf(preset: StableSpec['preset'], spec: StableSpec): boolean {
  const own = Object.fromEntries(free.map((name) => [name, spec[name]])) as Pick<StableSpec, (typeof free)[number]>;
  return isDeepStrictEqual(completeStableSpec({ ...own, dataset: 'adult', preset }), spec);
}
