/** One colour of the drawings: as it is in a file of its own, in the dark, and as a CSS variable of the page. */
export interface ThemeColour {
  readonly variable: string;
  readonly light: string;
  readonly dark: string;
}

/** Neutral colours. Every light value is unlike every other, so that a drawing can be rewritten to variables. */
export const neutrals = {
  ink: { variable: '--ink', light: '#1b1b1b', dark: '#ececec' },
  muted: { variable: '--muted', light: '#4b4b4b', dark: '#b9bec4' },
  grid: { variable: '--grid', light: '#dfdfdf', dark: '#33383e' },
  paper: { variable: '--paper', light: '#ffffff', dark: '#15181b' },
} as const satisfies Record<string, ThemeColour>;

/** Okabe-Ito colours, in the order in which series take them; each comes with a shape and a dash as second channel. */
export const seriesColours: readonly ThemeColour[] = [
  { variable: '--series-1', light: '#0072b2', dark: '#56b4e9' },
  { variable: '--series-2', light: '#d55e00', dark: '#e69f00' },
  { variable: '--series-3', light: '#009e73', dark: '#00b386' },
  { variable: '--series-4', light: '#cc79a7', dark: '#dd8fbb' },
  { variable: '--series-5', light: '#000000', dark: '#f0e442' },
];

const seriesShapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross'] as const;
const seriesDashes: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [4, 4],
];

/** Colours of signed values, from the strongest loss over zero to the strongest gain: seven, told apart by who sees no red or green. */
export const divergingColours: readonly ThemeColour[] = [
  { variable: '--loss-3', light: '#a04000', dark: '#ff9c4a' },
  { variable: '--loss-2', light: '#dd7f33', dark: '#c96f1e' },
  { variable: '--loss-1', light: '#f6c59b', dark: '#7a4c24' },
  { variable: '--even', light: '#f4f1ea', dark: '#3a3a38' },
  { variable: '--gain-1', light: '#a9d0ee', dark: '#245878' },
  { variable: '--gain-2', light: '#4a98cf', dark: '#3c93cb' },
  { variable: '--gain-3', light: '#005083', dark: '#9bd4fb' },
];

/** Of places without data. */
export const noDataColour: ThemeColour = { variable: '--no-data', light: '#c4c4c6', dark: '#6d7277' };

/** All colours that follow light and dark. */
export const themeColours: readonly ThemeColour[] = [
  ...Object.values(neutrals),
  ...seriesColours,
  ...divergingColours,
  noDataColour,
];

/** How a series is told from others. */
export interface SeriesStyle {
  readonly colour: string;
  readonly shape: string;
  readonly dash: readonly number[];
}

/** Colour, shape and dash of series `index`; after the fifth they repeat. */
export function seriesStyle(index: number): SeriesStyle {
  const at = index % seriesColours.length;
  return {
    colour: (seriesColours[at] as ThemeColour).light,
    shape: seriesShapes[at] as string,
    dash: seriesDashes[at] as readonly number[],
  };
}

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif';
const ink = neutrals.ink.light;

/** The `config` of every specification. */
export const chartConfig: Readonly<Record<string, unknown>> = {
  aria: false,
  background: null,
  font: FONT,
  view: { stroke: neutrals.grid.light, fill: null },
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelColor: ink,
    titleColor: ink,
    gridColor: neutrals.grid.light,
    tickColor: neutrals.muted.light,
    domainColor: neutrals.muted.light,
    tickSize: 4,
    labelPadding: 4,
    titlePadding: 8,
  },
  text: { fill: ink, fontSize: 12 },
};
