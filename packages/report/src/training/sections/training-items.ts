import type { GroupOutcome, TrainingResult } from '@dpfair/result';
import { cleanText, formatWhole } from '../../format/index.js';
import { details } from '../../html/details.js';
import { type Html, html } from '../../html/html.js';
import { trainingTestedWords as say } from '../../messages/training/tested-messages.js';
import { list } from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { algorithmWords } from '../words/algorithm-words.js';
import { guaranteeWords, runLabels } from '../words/run-words.js';

/** Up to this many trainings that differ are listed in the open. */
const MOST_OPEN = 3;
/** Groups whose sizes are listed; of more, how many there are. */
const MOST_GROUPS = 12;

/** Groups with their sizes; of many the first, and how many more there are. */
export function groupSizes(groups: readonly GroupOutcome[]): string {
  const sizes = groups.slice(0, MOST_GROUPS).map(({ group: name, rows }) => say.size(name, formatWhole(rows.training)));
  const more = groups.length > MOST_GROUPS ? [say.moreGroups(formatWhole(groups.length - MOST_GROUPS))] : [];
  return [...sizes, ...more].join(', ');
}

/** What the trainings have in common in one list; where they differ, each under its name. */
export function trainingItem({ runs }: TrainingResult): Html {
  const texts = runs.map(algorithmWords);
  const shared = (texts[0] ?? []).filter((text) => texts.every((list) => list.includes(text)));
  const labels = runLabels(runs);
  const own = texts.flatMap((list, k) => {
    const rest = list.filter((text) => !shared.includes(text));
    return rest.length === 0 ? [] : [html`${say.privacyOf(sentence(labels[k] as string), rest.join('; '))}`];
  });
  const common = shared.map((text) => html`${sentence(text)}`);
  if (own.length <= MOST_OPEN) return list([...common, ...own]);
  return html`${list(common)}${details(say.differ(formatWhole(own.length)), list(own))}`;
}

/** What is guaranteed, each guarantee once; what is not private is named. */
export function privacyItem({ runs }: TrainingResult): Html {
  const labels = runLabels(runs);
  const texts = runs.map((run, k) => {
    const guarantee = cleanText(guaranteeWords(run));
    return sentence(run.privacy.private ? guarantee : say.privacyOf(labels[k] as string, guarantee));
  });
  return list([...new Set(texts)].map((text) => html`${text}`));
}
