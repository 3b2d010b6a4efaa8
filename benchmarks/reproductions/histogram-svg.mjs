import * as vega from 'vega';
import { compile } from 'vega-lite';

/** One histogram per panel: replications of the plain estimator, with the true and the published value as rules. */
export async function histogramSvg(panels) {
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: 'Replications of the plain estimator of alpha, with the true and the published value.',
    background: 'white',
    vconcat: panels.map(({ title, raw, truth, published }) => ({
      title: { text: title, anchor: 'start' },
      width: 520,
      height: 120,
      layer: [
        {
          data: { values: raw.map((alpha) => ({ alpha })) },
          mark: { type: 'bar', color: '#9a9a9a' },
          encoding: {
            x: {
              field: 'alpha',
              bin: { step: 0.005 },
              scale: { domain: [0, 0.12] },
              axis: { values: [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12], format: '.2f' },
              title: 'alpha, in households',
            },
            y: { aggregate: 'count', title: 'replications' },
          },
        },
        {
          data: {
            values: [
              { alpha: truth, label: 'true', line: 0 },
              { alpha: published, label: 'published', line: 1 },
            ],
          },
          layer: [
            {
              mark: { type: 'rule', size: 2 },
              encoding: {
                x: { field: 'alpha', type: 'quantitative' },
                color: { field: 'label', scale: { range: ['#0072B2', '#D55E00'] }, legend: null, sort: null },
                strokeDash: { field: 'label', legend: null, sort: null },
              },
            },
            {
              mark: { type: 'text', align: 'left', dx: 4, y: 6 },
              encoding: { x: { field: 'alpha', type: 'quantitative' }, text: { field: 'label' } },
            },
          ],
        },
      ],
    })),
    config: { font: 'sans-serif', view: { stroke: null } },
  };
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  return `${await view.toSVG()}\n`;
}
