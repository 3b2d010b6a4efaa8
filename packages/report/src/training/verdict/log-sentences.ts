import type { GroupOutcome, TrainingRun } from '@dpfair/result';
import { cleanText, formatInterval, formatNumber } from '../../format/index.js';
import { trainingVerdictWords as say } from '../../messages/training/verdict-messages.js';
import { sentence } from '../../words/index.js';
import { costSentences } from './costs.js';
import { bearsSentence } from './who-bears.js';

/** What the logs of a training say: who bears its cost where they have it, and where clipping and noise add most. */
export function logSentences(run: TrainingRun): readonly string[] {
  const known = run.groups.some(({ excessiveRisk }) => excessiveRisk.estimate !== null);
  return [
    ...(known ? [...costSentences(run), bearsSentence(run)] : [say.noTwin()]),
    largestSentence(run, say.clippingTerms(), ({ clipping }) => clipping),
    largestSentence(run, say.noiseTerms(), ({ noise }) => noise),
    say.logGuarantee(),
  ].flatMap((text) => (text === null ? [] : [`${sentence(text)}.`]));
}

/** The group with the largest sum of a term; null for one group, a tie, or where no sum is above zero. */
function largestSentence(
  { groups }: TrainingRun,
  what: string,
  of: (group: GroupOutcome) => GroupOutcome['noise'],
): string | null {
  const [most, next] = [...groups].sort((one, other) => (of(other).estimate ?? 0) - (of(one).estimate ?? 0));
  if (most === undefined || next === undefined) return null;
  const largest = of(most).estimate ?? 0;
  if (largest <= 0 || largest === of(next).estimate) return null;
  const { estimate, lower, upper } = of(most);
  return say.largestTerms(what, cleanText(most.group), formatInterval(estimate, lower, upper, formatNumber));
}
