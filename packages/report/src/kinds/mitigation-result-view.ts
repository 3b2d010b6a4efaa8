import type { MitigationResult } from '@dpfair/result';
import { certificateSection } from '../certificate/certificate-section.js';
import { certificateTable } from '../certificate/certificate-table.js';
import { frontier } from '../mitigation/frontier/frontier.js';
import { mitigationSection } from '../mitigation/mitigation-section.js';
import { mitigationTable } from '../mitigation/mitigation-table.js';
import { mitigationVerdict } from '../mitigation/mitigation-verdict.js';
import { asItIs, auditView } from '../mitigation/views.js';
import { samplingSentence } from '../sampling/sampling-sentence.js';
import { samplingTable } from '../sampling/sampling-table.js';
import { testedSection } from '../sections/tested-section.js';
import { entityCsv } from '../tables/entity-csv.js';
import { cellDownloads } from './cell-downloads.js';
import { cellSections, leftOutLine } from './cell-sections.js';
import { present } from './present.js';
import type { ResultView } from './result-view.js';

/** What is said and shown of a comparison of mitigations, or of the certificate of a target. */
export const mitigationResultView: ResultView<MitigationResult> = {
  first: (result) =>
    result.certificate === undefined ? [] : [certificateTable(auditView(result), result.certificate)],
  verdict: mitigationVerdict,
  underVerdict: (result) => leftOutLine(auditView(result)),
  summary: mitigationTable,
  more: (result) => present([samplingTable(asItIs(result)), samplingSentence(asItIs(result))]),
  figures: (result) => [frontier(result)],
  sections: (result, figures) => [
    testedSection(asItIs(result)),
    result.certificate === undefined ? null : certificateSection(auditView(result), result.certificate),
    mitigationSection(result),
    ...cellSections(auditView(result), asItIs(result), figures),
  ],
  csv: entityCsv,
  downloads: (result) => cellDownloads(auditView(result)),
};
