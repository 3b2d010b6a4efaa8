import type { MitigationResult } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import { auditView } from '../mitigation/views.js';
import { certificateSentences } from './certificate-sentences.js';
import { certificateTable } from './certificate-table.js';

/** A certificate for the terminal: a row for each mechanism and post-processing, and what it says. */
export interface CertificateText {
  readonly table: TextTable;
  readonly sentences: string;
}

/** Null for a result without a certificate. Plain text. */
export function certificateText(result: MitigationResult): CertificateText | null {
  if (result.certificate === undefined) return null;
  const audit = auditView(result);
  return {
    table: certificateTable(audit, result.certificate),
    sentences: certificateSentences(audit, result.certificate),
  };
}
