import type { AuditResult, Certificate, TargetOption } from '@dpfair/result';
import { cleanText, formatConfidence, formatPercent, formatWhole } from '../format/index.js';
import { details } from '../html/details.js';
import { codeBlock, type Html, html } from '../html/html.js';
import { table } from '../html/table.js';
import { certificateWords as say } from '../messages/certificate-messages.js';
import { postWords, sentence } from '../words/index.js';
import { noiseNames } from '../words/noise-names.js';
import { certificateSentences } from './certificate-sentences.js';
import { certificateTable, scanTable } from './certificate-table.js';

/** The certificate of a target: the answer, what proves it, and how to see the same numbers. */
export function certificateSection(result: AuditResult, certificate: Certificate): Html {
  const { target, confidence, looks, precision, seed, dataSha256, command, options } = certificate;
  const { columns, rows } = certificateTable(result, certificate);
  const caption = say.optionsCaption(target.text);
  return html`<section aria-labelledby="certificate"><h2 id="certificate">${say.heading()}</h2><p>${certificateSentences(result, certificate)}</p>
${table(columns.map(sentence), rows, { caption, id: 'certificate-options', words: 3 })}
<p class="note">${say.proof(formatConfidence(confidence), formatWhole(looks), formatPercent(precision))} ${say.identity(cleanText(seed), cleanText(dataSha256.join(', ')))}</p>
<p>${say.check()}</p>${codeBlock(command, say.check())}
${details(
  say.showScan(),
  html`${options.map((option, k) => scanOf(result, certificate, option, `certificate-scan-${k + 1}`))}`,
)}</section>`;
}

function scanOf(result: AuditResult, certificate: Certificate, option: TargetOption, id: string): Html {
  const { columns, rows } = scanTable(result, certificate, option);
  const caption = say.scanCaption(noiseNames[option.kind].label, postWords(option.post).phrase);
  return table(columns.map(sentence), rows, { caption, id, words: 2 });
}
