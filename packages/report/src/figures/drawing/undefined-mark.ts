import { panelMessages as say } from '../../messages/figures/figure-messages.js';
import type { PanelSizes } from './panel-grid.js';
import { neutrals } from './theme.js';

/** The words in the middle of a panel whose cell has no numbers, which would else look like one of zeros. */
export function undefinedMark({ width, height }: Pick<PanelSizes, 'width' | 'height'>): Record<string, unknown>[] {
  const text = {
    data: { values: [{ text: say.notDefined() }] },
    encoding: { x: { value: width / 2 }, y: { value: height / 4 }, text: { field: 'text', type: 'nominal' } },
  };
  const mark = { type: 'text', align: 'center', baseline: 'middle', limit: 0 };
  const paper = neutrals.paper.light;
  return [
    { ...text, mark: { ...mark, fill: paper, stroke: paper, strokeWidth: 6, strokeJoin: 'round' } },
    { ...text, mark: { ...mark, fill: neutrals.muted.light } },
  ];
}
