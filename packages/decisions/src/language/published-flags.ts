import type { PublishedMismatch } from '../decision.js';
import type { NoisyColumns } from '../pipeline.js';
import { answerPairs } from './answer.js';
import type { LanguagePairs } from './pairs.js';
import type { LanguageQuestion } from './question.js';

/** Which clause a flag tells of, the first one that is on and asked of the pair's level; coverage itself is `covered`. */
const clausesOfFlag: Readonly<Record<string, readonly string[]>> = {
  FLAG5: ['five-percent', 'reservation-share'],
  FLAG10: ['ten-thousand'],
  FLAG_EDU: ['illiteracy'],
  FLAG_ST: ['state'],
  FLAG_AI: ['reservation'],
  FLAG_COV: ['covered'],
};

/** A flag is published of a state for itself, which is not what its clause asks of subdivisions. */
const notOfStates = ['FLAG_ST'];

/**
 * Compares published flags, as `FLAG5=1 FLAG_EDU=0` per pair, with the answers of the clauses on the published counts.
 * Flags that are not published, clauses that are not asked of a level, and what rests on a state or a native area without a row
 * here are not compared.
 *
 * @param questions by the name of the clause.
 */
export function flagMismatches(
  published: readonly string[],
  questions: ReadonlyMap<string, LanguageQuestion>,
  pairs: LanguagePairs,
  counts: NoisyColumns,
): readonly PublishedMismatch[] {
  const answers = new Map(
    [...questions].map(([name, question]) => {
      const outcome = new Float64Array(published.length);
      answerPairs(question, pairs, false)(counts, outcome);
      return [name, { question, outcome }] as const;
    }),
  );
  const asked = (name: string, entity: number) => {
    const answer = answers.get(name);
    if (answer === undefined) return undefined;
    const level = pairs.level[entity] as LanguagePairs['level'][number];
    const { own, throughState, carrying } = answer.question;
    const isAsked = own[level] !== null || (level === 'subdivision' && (throughState !== null || carrying !== null));
    if (!isAsked) return undefined;
    return answer.outcome[entity] === 1 ? 1 : 0;
  };
  return published.flatMap((text, entity) => {
    const flags = readFlags(text);
    const unknown = unknownFlags(flags, pairs, entity);
    return flags.flatMap(([flag, value]): readonly PublishedMismatch[] => {
      if (unknown.includes(flag) || (notOfStates.includes(flag) && pairs.level[entity] === 'state')) return [];
      const known = Object.hasOwn(clausesOfFlag, flag) ? (clausesOfFlag[flag] as readonly string[]) : [];
      const computed = known.map((name) => asked(name, entity)).find((answer) => answer !== undefined);
      if (computed === undefined || computed === value) return [];
      return [{ entity, flag, published: value, computed }];
    });
  });
}

/** Flags of a pair that rest on rows that are not here: of its state or of a native area, and coverage itself if it does. */
function unknownFlags(flags: ReturnType<typeof readFlags>, pairs: LanguagePairs, entity: number): readonly string[] {
  const lacking = [
    ...(pairs.level[entity] === 'subdivision' && pairs.stateOf[entity] === -1 ? ['FLAG_ST'] : []),
    ...(pairs.lacksArea[entity] ? ['FLAG_AI'] : []),
  ];
  const decides = flags.some(([flag, value]) => value === 1 && lacking.includes(flag));
  return decides ? [...lacking, 'FLAG_COV'] : lacking;
}

/** Flags that are 0 or 1; those of native areas of 2021 are two, of which one is enough. */
export function readFlags(text: string): readonly (readonly [flag: string, value: 0 | 1])[] {
  const flags = new Map<string, 0 | 1>();
  for (const part of text.split(' ')) {
    const [, name, value] = /^(FLAG\w*)=([01])$/.exec(part) ?? [];
    if (name === undefined) continue;
    const flag = name === 'FLAG_AIAN' || name === 'FLAG_ANRC' ? 'FLAG_AI' : name;
    flags.set(flag, flags.get(flag) === 1 || value === '1' ? 1 : 0);
  }
  return [...flags];
}
