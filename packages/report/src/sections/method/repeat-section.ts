import type { Result } from '@dpfair/result';
import { formatNumber, formatWhole } from '../../format/index.js';
import { dataLink } from '../../html/data-link.js';
import { details } from '../../html/details.js';
import { codeBlock, dataText, type Html, html } from '../../html/html.js';
import { viewOf } from '../../kinds/result-views.js';
import { pageMessages as page, repeatMessages as say } from '../../messages/page-messages.js';

/** The command, the specification, seed, versions and hashes, and the files to download. */
export function repeatSection(result: Result, jsonFile: string | null): Html {
  const { run, tool, input } = result;
  const logs = result.kind === 'training' ? (result.logs ?? []).slice(1) : [];
  const drawn = run.prng !== 'none';
  const items: (readonly [string, Html])[] = [
    [say.tool(), html`${say.toolText(tool.name, tool.version, tool.commit)}`],
    ...(drawn ? [[say.seed(), html`<code>${run.seed}</code>`] as const, [say.prng(), html`${run.prng}`] as const] : []),
    [say.run(), html`<code>${run.id}</code>`],
    [say.started(), html`${run.startedAt}`],
    [say.duration(), html`${say.seconds(formatNumber(run.durationMs / 1000), formatWhole(run.threads))}`],
    [say.schema(), html`<code>${result.schema}</code>`],
    ...[input, ...input.joined, ...logs].map(
      ({ path, sha256 }) => [say.hash(path), html`<code>${sha256}</code>`] as const,
    ),
    [say.downloads(), downloads(result, jsonFile)],
  ];
  const rows = items.map(([term, value]) => html`<dt>${dataText(term)}</dt><dd>${value}</dd>\n`);
  return html`<section aria-labelledby="repeat"><h2 id="repeat">${page.repeat()}</h2>
<h3>${say.command()}</h3>${codeBlock(run.command, say.command())}
${details(say.spec(), codeBlock(JSON.stringify(run.spec, null, 2), say.spec()))}
<dl>
${rows}</dl></section>`;
}

function downloads(result: Result, jsonFile: string | null): Html {
  const offered = viewOf(result).downloads(result);
  if ('tooLarge' in offered) {
    return html`${offered.tooLarge}${jsonFile === null ? '' : ` ${say.where(jsonFile)}`}`;
  }
  const json = dataLink(say.json(), 'result.json', 'application/json', `${JSON.stringify(result)}\n`);
  const csv = dataLink(offered.link, offered.file, 'text/csv', offered.sheet);
  return html`<ul><li>${json}</li><li>${csv}</li></ul>`;
}
