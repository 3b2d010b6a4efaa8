import type { Repeated, StabilityCell, StabilityResult } from '@dpfair/result';
import { cleanText, formatPlain, formatWhole } from '../format/index.js';
import { stabilityProgressWords as say } from '../messages/stability/progress-messages.js';
import { stabilityVerdictWords as verdictWords } from '../messages/stability/verdict-messages.js';
import { stabilityWords as words } from '../messages/stability/word-messages.js';
import { sentence } from '../words/index.js';
import { isWaiting } from './how-far.js';
import { groupColumns, labelOf, orderedCells } from './variants.js';
import { joined } from './verdict/who-is-stable.js';

/** More cells than these are counted. */
const MOST_NAMED = 4;

/** A measure by its name. */
interface Noted {
  readonly name: string;
  readonly of: (cell: StabilityCell) => Repeated;
}

const short: readonly Noted[] = [
  { name: words.accuracy(), of: ({ accuracy }) => accuracy },
  { name: words.rate(), of: ({ statisticalRate }) => statisticalRate },
  { name: words.stab(), of: ({ stab }) => stab },
];
const long: readonly Noted[] = [
  ...short,
  { name: words.impact(), of: ({ disparateImpact }) => disparateImpact },
  { name: words.gap(), of: ({ parityGap }) => parityGap },
];

/** What a number lacks, and in which cell. */
interface Lack {
  readonly kind: 'lost' | 'none' | 'interval';
  readonly cell: StabilityCell;
  readonly lost: number;
  readonly reason: string;
}

/**
 * Where numbers are undefined, in how many repetitions and why, and where they have no interval: a sentence a cause. Cells that have not run
 * are not among them.
 */
export function undefinedNotes(result: StabilityResult): readonly string[] {
  return notesOf(result, long, () => true);
}

/** The same of the measures of a terminal, but for what the verdict above says: where the statistical rate alone is undefined. */
export function notesUnderVerdict(result: StabilityResult): readonly string[] {
  return notesOf(
    result,
    short,
    (names, [lack]) => !(lack?.kind === 'lost' && names.every((name) => name === words.rate())),
  );
}

/** @param isTold of names of measures and what they lack, whether that is said */
function notesOf(
  result: StabilityResult,
  measures: readonly Noted[],
  isTold: (names: readonly string[], lacks: readonly Lack[]) => boolean,
): readonly string[] {
  const found = new Map<string, { readonly names: string[]; readonly lacks: readonly Lack[] }>();
  for (const { name, of } of measures) {
    for (const lacks of byCause(orderedCells(result).flatMap((cell) => lackOf(cell, of(cell))))) {
      const key = JSON.stringify(
        lacks.map(({ kind, reason, cell, lost }) => [kind, reason, result.cells.indexOf(cell), lost]),
      );
      const same = found.get(key);
      if (same === undefined) found.set(key, { names: [name], lacks });
      else same.names.push(name);
    }
  }
  return [...found.values()]
    .filter(({ names, lacks }) => isTold(names, lacks))
    .map(({ names, lacks }) => noteOf(result, sentence(joined(names)), lacks));
}

/** What of the statistical rate is undefined where, for a verdict. */
export function undefinedRates(result: StabilityResult): readonly string[] {
  const lacks = orderedCells(result)
    .flatMap((cell) => lackOf(cell, cell.statisticalRate))
    .filter(({ kind }) => kind === 'lost');
  return byCause(lacks).map((own) => noteOf(result, words.rate(), own));
}

/** Cells in which everybody gets the favourable class every time, so that nobody can differ: one sentence, or none. */
export function allFavourable(result: StabilityResult): readonly string[] {
  const found = orderedCells(result).filter(
    ({ rates }) =>
      rates.length > 0 && rates.every(({ rate: { estimate, deviation } }) => estimate === 1 && !((deviation ?? 0) > 0)),
  );
  return found.length === 0
    ? []
    : [
        verdictWords.allFavourable(
          namesOf(
            result,
            found.map((cell) => ({ cell })),
          ),
        ),
      ];
}

function lackOf(cell: StabilityCell, { estimate, lower, defined, reason }: Repeated): readonly Lack[] {
  if (isWaiting(cell)) return [];
  const lost = Math.max(0, cell.fits.length - defined);
  const why = cleanText(reason ?? '');
  if (lost > 0) return [{ kind: 'lost', cell, lost, reason: why }];
  if (estimate === null) return [{ kind: 'none', cell, lost, reason: why }];
  if (lower !== null) return [];
  return [{ kind: 'interval', cell, lost, reason: why === '' && defined === 1 ? say.oneRepetition() : why }];
}

function byCause(lacks: readonly Lack[]): readonly (readonly Lack[])[] {
  const causes = new Map<string, Lack[]>();
  for (const lack of lacks) {
    const key = JSON.stringify([lack.kind, lack.reason]);
    causes.set(key, [...(causes.get(key) ?? []), lack]);
  }
  return [...causes.values()];
}

function noteOf(result: StabilityResult, measures: string, lacks: readonly Lack[]): string {
  const [first] = lacks;
  if (first === undefined) return measures;
  const why = first.reason === '' ? '' : say.reason(first.reason);
  const cells = namesOf(
    result,
    lacks.length > 1 && first.kind === 'lost' ? lacks : lacks.map(({ cell }) => ({ cell })),
  );
  if (first.kind === 'none') return say.undefinedFor(measures, cells, why);
  if (first.kind === 'interval') return say.noInterval(measures, cells, why);
  const total = (of: (lack: Lack) => number) => formatWhole(lacks.reduce((sum, lack) => sum + of(lack), 0));
  return say.undefinedIn(
    measures,
    total(({ lost }) => lost),
    total(({ cell }) => cell.fits.length),
    cells,
    why,
  );
}

/** Cells by name, with how often where that is given; of many the number of the rest. */
function namesOf(
  result: StabilityResult,
  all: readonly { readonly cell: StabilityCell; readonly lost?: number }[],
): string {
  const many = groupColumns(result).length > 1;
  const named = all.slice(0, MOST_NAMED).map(({ cell, lost }) => {
    const [label, lambda] = [labelOf(result, cell), words.lambda(formatPlain(cell.lambda))];
    const text = many ? say.cellBy(label, lambda, cleanText(cell.group)) : say.cell(label, lambda);
    return lost === undefined ? text : say.counted(text, formatWhole(lost), formatWhole(cell.fits.length));
  });
  const more = all.length - named.length;
  return joined([...named, ...(more > 0 ? [say.moreCells(formatWhole(more))] : [])]);
}
