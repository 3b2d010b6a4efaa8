import type { LegendEntry } from '../../../figures/drawing/legend.js';
import type { Drawing, Layout, Panel } from '../../../figures/drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../../../figures/drawing/theme.js';
import { groupGrid, type PanelPlace } from '../../../figures/multiples/group-grid.js';
import { linearScale, xChannel, yChannel } from '../../../figures/multiples/linear-axis.js';
import { formatNumber, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { type AreaData, areaMarks, heightsOf } from './area-marks.js';

/** One group: its captions and what is drawn. */
export interface AreaPanel {
  readonly caption: readonly [string, string];
  readonly data: AreaData;
}

/** The outline of a piece of a line, as a mark of a legend. */
const STROKE = 'M-1,-0.2L1,-0.2L1,0.2L-1,0.2Z';

/** Stacked areas over the steps, a panel a group, all on the same scales. */
export function drawAreas(
  panels: readonly AreaPanel[],
  names: readonly string[],
  line: string,
  layout: Layout,
): Drawing {
  const y = linearScale(panels.flatMap(({ data }) => heightsOf(data)));
  const last = Math.max(1, ...panels.flatMap(({ data }) => data.x));
  const x = { type: 'linear', constant: 1, domain: [0, last] } as const;
  const legend: LegendEntry[] = [
    ...names.map((text, index) => ({ text, colour: seriesStyle(index).colour, shape: 'square' })),
    { text: line, colour: neutrals.ink.light, shape: STROKE },
  ];
  const drawn = panels.map(
    ({ caption, data }) =>
      (place: PanelPlace): Panel => ({
        caption,
        layer: areaMarks(
          data,
          xChannel(x, place, say.step(), formatWhole),
          yChannel(y, place, say.loss(), formatNumber),
        ),
      }),
  );
  return groupGrid(drawn, legend, layout);
}
