export type { Figure, TextTable } from './figure.js';
export { renderFigures } from './render-figures.js';
export { type RenderHtmlOptions, renderHtml } from './render-html.js';
export { resultCsv } from './result-csv.js';
export { summaryTable } from './summary-table.js';
export { terminalBlocks } from './terminal-blocks.js';
export { verdict } from './verdict/verdict.js';
