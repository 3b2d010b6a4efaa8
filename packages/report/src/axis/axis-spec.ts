import { THIN_SPACE } from '../format/index.js';
import type { Tick } from './ticks.js';

/** The `axis` object of a Vega-Lite channel with ticks at given places and given texts. */
export function axisSpec(
  title: string | null,
  ticks: readonly Tick[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const values = ticks.map((tick) => tick.value);
  const labels = ticks.map((tick) => tick.label);
  const turned = ticks.flatMap(({ align = 'center' }, index) =>
    align === 'center' ? [] : [{ test: `indexof(${JSON.stringify(values)},datum.value)===${index}`, value: align }],
  );
  return {
    title,
    values,
    labelExpr: `${JSON.stringify(labels)}[indexof(${JSON.stringify(values)},datum.value)]`,
    labelOverlap: false,
    labelBound: false,
    labelFlush: false,
    ...(turned.length === 0 ? {} : { labelAlign: { condition: turned, value: 'center' } }),
    ...more,
  };
}

/** Shortens a tick text: no zeros behind the point ('$1.00 million' is '$1 million'). */
export function shortTick(text: string): string {
  return text
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '')
    .replace(`.${THIN_SPACE}`, THIN_SPACE);
}
