import type { Cell } from '@dpfair/result';
import { answerView, bestWinner, worstLoser } from '../../measure/index.js';
import { hasWhiskers, MOST_POINTS } from '../bias/bias-marks.js';
import type { Channels } from '../bias/channels.js';
import { densityLayer } from '../bias/density/density-layer.js';
import { dotLayers } from '../bias/dot-layers.js';
import { extremeLayers, type NamedPoint } from '../bias/extreme-layers.js';
import type { Point } from '../bias/point.js';
import type { PanelSizes } from '../drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';
import { undefinedMark } from '../drawing/undefined-mark.js';

/** One entity: `truth` is its count, `bias` the probability of a wrong answer, negative for who is entitled. */
export interface Flip extends Point {
  readonly index: number;
  readonly entitled: boolean;
}

/** The entities of a cell that have a probability; `low` and `high` are the ends of its interval where it is drawn. */
export function flipsOf(cell: Cell): Flip[] {
  const whiskers = hasWhiskers(cell);
  return cell.entities.bias.flatMap((_, index) => {
    const { entitled, wrong, half } = answerView(cell, index);
    if (wrong === null) return [];
    const sign = entitled ? -1 : 1;
    const wide = whiskers ? (half ?? 0) : 0;
    const ends = [Math.max(0, wrong - wide), Math.min(1, wrong + wide)].map((end) => sign * end || 0);
    const truth = Math.max(0, cell.entities.count[index] as number);
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return [{ index, entitled, truth, bias: sign * wrong || 0, low, high }];
  });
}

/** Of entities that are not entitled, above the line, and of those that are. */
const sideColours = { above: seriesStyle(0).colour, below: seriesStyle(1).colour };

/** The layers of one panel: zero line, entities by their true answer in colour and shape, and the two extremes by name. */
export function flipMarks(
  cell: Cell,
  flips: readonly Flip[],
  sizes: PanelSizes,
  channels: Channels,
): Record<string, unknown>[] {
  const { y } = channels;
  const sides = [false, true].map((entitled) => flips.filter((flip) => flip.entitled === entitled));
  const body = sides.flatMap((side, index) => {
    const { colour, shape } = seriesStyle(index);
    if (side.length === 0) return [];
    if (flips.length > MOST_POINTS) return [sideDensity(side, channels, sizes, colour)];
    const points = side.map(({ truth, bias, low, high }) => ({ truth, bias, low, high }));
    return dotLayers(points, hasWhiskers(cell), channels, { colour, shape });
  });
  return [
    ...(flips.length === 0 ? undefinedMark(sizes) : body),
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { y: { ...y, field: 'zero' } },
    },
    ...extremeLayers(extremesOf(cell, flips), sizes, channels, sideColours),
  ];
}

/** The density of one side of the zero line, on which a border of boxes lies. */
function sideDensity(
  side: readonly Flip[],
  channels: Channels,
  sizes: PanelSizes,
  colour: string,
): Record<string, unknown> {
  const below = channels.yScale.domain[0] * 1e-9;
  const placed = side.map((flip) => (flip.entitled ? { ...flip, bias: Math.min(flip.bias, below) } : flip));
  return densityLayer(placed, channels, sizes, colour, 2 * Math.round(sizes.height / 16));
}

/** The entity most likely to lose and the one most likely to gain, where there are such. */
function extremesOf(cell: Cell, flips: readonly Flip[]): NamedPoint[] {
  return [worstLoser(cell), bestWinner(cell)].flatMap((index) => {
    const flip = flips.find((one) => one.index === index);
    if (index === null || flip === undefined) return [];
    const { truth, bias, low, high, entitled } = flip;
    const name = cell.entities.name[index] || (cell.entities.id[index] as string);
    return [{ truth, bias, low, high, name, sign: entitled ? -1 : 1 }];
  });
}
