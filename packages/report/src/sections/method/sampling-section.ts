import type { AuditResult } from '@dpfair/result';
import { type Html, html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { samplingWords as say } from '../../messages/sampling-messages.js';
import { headlineSplit, samplingSentence } from '../../sampling/sampling-sentence.js';
import { samplingTable } from '../../sampling/sampling-table.js';
import { totalError } from '../../sampling/total-error.js';
import { sentence } from '../../words/index.js';

/** What privacy noise adds to the sampling error that the data already have; null where nobody asked for it. */
export function samplingSection(result: AuditResult): Html | null {
  const found = headlineSplit(result);
  const rows = samplingTable(result);
  if (found === null || rows === null) return null;
  const { source } = found.split;
  const caption = say.caption(totalError(result).measure);
  return html`<section aria-labelledby="sampling"><h2 id="sampling">${say.heading()}</h2><p>${samplingSentence(result)}</p>
${table(rows.columns.map(sentence), rows.rows, { caption, id: 'sampling-table', words: 2 })}
<p class="note">${say.note(say.sources[source])}</p></section>`;
}
