export { type CertificateText, certificateText } from './certificate/certificate-text.js';
export type { Figure, TextTable } from './figure.js';
export { renderFigures } from './render-figures.js';
export { type RenderHtmlOptions, renderHtml } from './render-html.js';
export { samplingSentence } from './sampling/sampling-sentence.js';
export { samplingTable } from './sampling/sampling-table.js';
export { summaryTable } from './summary-table.js';
export { entityCsv } from './tables/entity-csv.js';
export { verdict } from './verdict/verdict.js';
