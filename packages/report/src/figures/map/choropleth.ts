import type { AuditResult, Cell } from '@dpfair/result';
import { cutName, formatWhole } from '../../format/index.js';
import { cellGrid, headlineCell, rowOf } from '../../measure/index.js';
import { mapMessages as say } from '../../messages/figures/map-messages.js';
import { atLabel, postWords, sentence } from '../../words/index.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { type ColourClasses, colourClasses } from './colour-classes.js';
import { drawMap } from './draw-map.js';
import type { MapMeasure, MapMeasureOf } from './map-measure.js';
import { mapTable, type PlacedValue } from './map-table.js';
import { outlinesOf } from './outlines/outlines.js';
import { findPlaces, type Places } from './places/find-places.js';
import { stateName } from './places/us-states.js';

/** Names of places that are not on the map, in the open; the table has all. */
const MOST_NAMED = 5;
/** From so many states on the whole country is drawn. */
const MANY_STATES = 12;

/** Map of counties or states in the colours of their gain or loss at the headline; null where ids and groups are no places. */
export function choropleth(measureOf: MapMeasureOf): (result: AuditResult) => Promise<FigureDraft | null> {
  return async (result) => {
    const head = headlineCell(result);
    if (head === null) return null;
    const places = await findPlaces(head);
    return places === null ? null : draft(result, head, places, measureOf(result, head, places.of));
  };
}

function draft(result: AuditResult, head: Cell, places: Places, measure: MapMeasure): FigureDraft | null {
  const placed = places.found.map(({ code, index }): PlacedValue => {
    const value = measure.of(index);
    return { ...value, code, name: places.of === 'groups' ? stateName(code) : value.name };
  });
  const known = placed.filter((place) => place.value !== null);
  if (known.length === 0) return null;
  const sure = known.map((place) => ({ ...place, value: place.unsure ? 0 : (place.value as number) }));
  const classes = colourClasses(
    sure.map(({ value }) => value),
    measure.factor,
    measure.smallest,
  );
  const label = atLabel(rowOf(cellGrid(result), head).label);
  const title = finding(label, sure, classes, measure);
  const level = places.level === 'counties' ? say.counties() : say.states();
  const unsure = known.filter((place) => place.unsure).length;
  const outlines = outlinesOf(places.outlines, inside(places));
  const coloured = new Set(known.map(({ code }) => code));
  const blank = outlines.shapes.some(([code]) => !coloured.has(code));
  const parts = {
    level: places.level,
    outlines,
    classes: new Map(sure.map(({ code, value }) => [code, classes.of(value)])),
    legend: [...legendOf(classes, sure, measure), ...(blank ? [{ colourClass: null, text: say.noData() }] : [])],
    header: sentence(measure.header),
  };
  return {
    id: 'map',
    title,
    explanation: [
      say.explanation(formatWhole(known.length), level, postWords(head.post).label, sentence(measure.header)) +
        (measure.onlyLosses ? '.' : say.symmetric()),
      unsure > 0 ? say.unsure(formatWhole(unsure)) : '',
      missingWords(places.missing),
    ].join(''),
    altText: say.alt(level, formatWhole(known.length), title),
    draw: (layout) => drawMap(parts, layout),
    table: mapTable(placed, places.missing, measure),
  };
}

/** The whole country, or only the states there is something of. */
function inside({ found }: Places): (code: string) => boolean {
  const states = new Set(found.map(({ code }) => code.slice(0, 2)));
  return states.size >= MANY_STATES ? () => true : (code) => states.has(code.slice(0, 2));
}

/** Names the extremes that have a colour. */
function finding(
  at: string,
  values: readonly { readonly name: string; readonly value: number }[],
  { of }: ColourClasses,
  measure: MapMeasure,
): string {
  const pick = (sign: 1 | -1) =>
    values.reduce<(typeof values)[number] | null>(
      (best, one) => (sign * of(one.value) > 0 && sign * one.value > sign * (best?.value ?? 0) ? one : best),
      null,
    );
  const [loser, winner] = [pick(-1), pick(1)];
  const words = (one: (typeof values)[number]) => [cutName(one.name, 60), measure.text(Math.abs(one.value))] as const;
  if (loser && winner) return sentence(say.titleExtremes(at, ...words(loser), ...words(winner)));
  if (loser) return sentence(say.titleLoser(at, ...words(loser)));
  return sentence(winner ? say.titleWinner(at, ...words(winner)) : say.titleNothing(at));
}

/** From the largest loss to the largest gain, without the sides that are not there. */
function legendOf({ ends, of }: ColourClasses, values: readonly { readonly value: number }[], measure: MapMeasure) {
  const used = values.map(({ value }) => of(value));
  const [low, high] = [Math.min(0, ...used), Math.max(0, ...used)];
  // Cents keep their two digits.
  const write = (value: number) => measure.write(value).replace(/^(.*\$\d+)\.00$/, '$1');
  const text = (step: number) => {
    if (ends.length < 2) return ends.length === 0 ? say.zero() : say.nearZero();
    const end = (k: number) => write(Math.sign(step) * (ends[k] as number));
    if (step === 0)
      return say.span(measure.onlyLosses ? say.zero() : write(-(ends[0] as number)), write(ends[0] as number));
    const [near, far] = [end(Math.abs(step) - 1), end(Math.abs(step))];
    return step < 0 && !measure.onlyLosses ? say.span(far, near) : say.span(near, far);
  };
  return Array.from({ length: high - low + 1 }, (_, k) => ({ colourClass: low + k, text: text(low + k) }));
}

function missingWords(missing: readonly string[]): string {
  if (missing.length === 0) return '';
  const names = missing
    .slice(0, MOST_NAMED)
    .map((text) => cutName(text, 30))
    .join(', ');
  const more = missing.length - MOST_NAMED;
  return say.missing(formatWhole(missing.length), more > 0 ? say.andMore(names, formatWhole(more)) : names);
}
