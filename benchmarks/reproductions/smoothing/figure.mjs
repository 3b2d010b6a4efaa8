import * as vega from 'vega';
import { compile } from 'vega-lite';

const measures = [
  { key: 'accuracy', name: 'accuracy' },
  { key: 'confidence', name: 'mean confidence' },
];

/**
 * Accuracy and mean confidence of the smoothed networks by the constant of the metric, one panel for each norm, with intervals; the logistic model and the network
 * without smoothing as lines across.
 *
 * @param smoothed Rows of norm, kind of noise, constant, and accuracy and confidence as {estimate, lower, upper}. @param lines Rows of name, accuracy, confidence.
 */
export async function smoothingSvg({ title, smoothed, lines }) {
  const domain = (key) => {
    const all = [...smoothed.flatMap((row) => [row[key].lower, row[key].upper]), ...lines.map((row) => row[key])];
    return [Math.floor(20 * Math.min(...all)) / 20, Math.ceil(20 * Math.max(...all)) / 20];
  };
  const noise = (channel) => ({
    field: 'kind',
    type: 'nominal',
    sort: ['gaussian', 'laplace'],
    scale: channel,
    legend: { title: 'noise' },
  });
  const panel = ({ key, name }, norm, first) => ({
    width: 190,
    height: 150,
    title: key === 'accuracy' ? `L${norm}` : undefined,
    layer: [
      {
        data: { values: smoothed.filter((row) => row.norm === norm).map((row) => ({ ...row, ...row[key] })) },
        encoding: {
          x: {
            field: 'constant',
            type: 'quantitative',
            scale: { type: 'log', domain: [0.45, 5.5] },
            axis: {
              values: [0.5, 1, 2, 5],
              grid: false,
              title: key === 'accuracy' ? null : 'mean weight of the metric',
            },
          },
          y: {
            field: 'estimate',
            type: 'quantitative',
            scale: { domain: domain(key), zero: false },
            axis: { title: first ? name : null, format: '.2f' },
          },
          color: noise({ range: ['#0072B2', '#D55E00'] }),
        },
        layer: [
          { mark: { type: 'line' } },
          { mark: { type: 'rule' }, encoding: { y: { field: 'lower' }, y2: { field: 'upper' } } },
          {
            mark: { type: 'point', filled: true, size: 50, opacity: 1 },
            encoding: { shape: noise({ range: ['circle', 'triangle-up'] }) },
          },
        ],
      },
      {
        data: { values: lines.map((row) => ({ name: row.name, value: row[key] })) },
        mark: { type: 'rule', color: '#333333' },
        encoding: {
          y: { field: 'value', type: 'quantitative' },
          strokeDash: {
            field: 'name',
            sort: lines.map((row) => row.name),
            scale: {
              range: [
                [6, 4],
                [1, 3],
              ],
            },
            legend: { title: 'without smoothing' },
          },
        },
      },
    ],
  });
  const norms = [...new Set(smoothed.map((row) => row.norm))];
  const spec = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: `${title} Accuracy and mean confidence by the mean weight of the metric, for each norm and kind of noise.`,
    title: { text: title, anchor: 'start' },
    background: 'white',
    padding: 10,
    columns: norms.length,
    spacing: { row: 30, column: 20 },
    concat: measures.flatMap((measure) => norms.map((norm, k) => panel(measure, norm, k === 0))),
    config: { font: 'sans-serif', view: { stroke: null } },
  };
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' });
  return `${await view.toSVG()}\n`;
}
