import type { AuditResult } from '@dpfair/result';
import { eventSentence, eventTable } from '../events/event-table.js';
import { samplingSentence } from '../sampling/sampling-sentence.js';
import { samplingTable } from '../sampling/sampling-table.js';
import { summarySection } from '../sections/summary-section.js';
import { testedSection } from '../sections/tested-section.js';
import { entityCsv } from '../tables/entity-csv.js';
import { unitView } from '../units/index.js';
import { auditVerdict } from '../verdict/audit-verdict.js';
import { cellDownloads } from './cell-downloads.js';
import { cellSections, leftOutLine } from './cell-sections.js';
import { present } from './present.js';
import type { ResultView } from './result-view.js';

/** What is said and shown of an audit. */
export const auditResultView: ResultView<AuditResult> = {
  verdict: auditVerdict,
  underVerdict: leftOutLine,
  summary: (result) => unitView(result).summary(result),
  // Of shares the questions are who gets anything at all; others are in the report.
  more: (result) =>
    present([
      ...(result.unit === 'share' ? [eventTable(result), eventSentence(result)] : []),
      samplingTable(result),
      samplingSentence(result),
    ]),
  figures: (result) => unitView(result).figures.map((make) => make(result)),
  sections: (result, figures) => [
    testedSection(result),
    // The certificate of a target stands here; an audit has none.
    null,
    summarySection(result),
    ...cellSections(result, result, figures),
  ],
  csv: entityCsv,
  downloads: cellDownloads,
};
