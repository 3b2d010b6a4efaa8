import { cutName } from '../../format/index.js';
import { neutrals } from '../drawing/theme.js';
import type { FrontierMark } from './frontier-mark.js';
import type { FrontierChannels } from './frontier-marks.js';

/** Height of a row of names, in pixels. */
export const NAME_ROW = 16;
const LONGEST = 38;

/** What a mark is called; efficient ones have a star. */
const nameOf = ({ label, efficient }: FrontierMark): string => cutName(`${efficient ? '★ ' : ''}${label}`, LONGEST);

const textMark = ({ efficient }: FrontierMark) => ({
  type: 'text',
  align: 'left',
  baseline: 'middle',
  limit: 0,
  fill: neutrals.ink.light,
  fontWeight: efficient ? 600 : 400,
});

/** Names, or numbers where these have no room, at given heights on the right of the plot, each joined to its mark by a thin line. */
export function frontierLabels(
  marks: readonly FrontierMark[],
  places: readonly number[],
  { x, y }: FrontierChannels,
  width: number,
  as: 'name' | 'number',
): Record<string, unknown>[] {
  return marks.flatMap((mark, index) => {
    const values = [{ ...mark, name: as === 'name' ? nameOf(mark) : String(index + 1) }];
    const place = { value: places[index] as number };
    return [
      {
        data: { values },
        mark: { type: 'rule', color: neutrals.grid.light, strokeWidth: 1 },
        encoding: { x: { ...x, field: 'price' }, y: { ...y, field: 'harm' }, x2: { value: width + 10 }, y2: place },
      },
      {
        data: { values },
        mark: textMark(mark),
        encoding: { x: { value: width + 14 }, y: place, text: { field: 'name', type: 'nominal' } },
      },
    ];
  });
}

/** The names of the numbers, from `above` pixels over the plot on. */
export function frontierKey(marks: readonly FrontierMark[], above: number): Record<string, unknown>[] {
  return marks.map((mark, index) => ({
    data: { values: [{ name: `${index + 1}  ${nameOf(mark)}` }] },
    mark: textMark(mark),
    encoding: {
      x: { value: -100 },
      y: { value: index * NAME_ROW - above + 8 },
      text: { field: 'name', type: 'nominal' },
    },
  }));
}
