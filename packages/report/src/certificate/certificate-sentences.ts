import type { AuditResult, Certificate, Look, TargetOption } from '@dpfair/result';
import { cleanText, formatInterval, formatPlain, formatWhole } from '../format/index.js';
import { certificateWords as say } from '../messages/certificate-messages.js';
import { postWords } from '../words/index.js';
import { noiseNames } from '../words/noise-names.js';
import { epsilonText } from './epsilon-text.js';
import { measureText } from './measure-text.js';

/** What a certificate says, in a few sentences. Plain text. */
export function certificateSentences(result: AuditResult, certificate: Certificate): string {
  const { target, options, chosen, range, status } = certificate;
  const write = measureText(result, certificate);
  const measure = say.measures[target.measure];
  const limit = limitText(target, write);
  const option = chosen === null ? undefined : options[chosen];
  if (option?.smallest) return met(option, option.smallest, measure, limit, write);
  const best = nearest(options);
  const [low, high] = range.map((epsilon) => formatPlain(epsilon)) as [string, string];
  const words = status === 'not-reachable' ? say.notReachable : say.inconclusive;
  const text = words(measure, limit, low, high, noiseNames[best.kind].label, postWords(best.post).phrase);
  const { epsilon, estimate, lower, upper, reason } = best.best;
  return estimate === null
    ? `${text}${say.bestUndefined(cleanText(reason ?? ''))}`
    : `${text}${say.bestAt(formatInterval(estimate, lower, upper, write), formatPlain(epsilon))}`;
}

/** A limit too small for the words of a page is written in digits, or as it was asked for. */
function limitText({ limit, text: asked }: Certificate['target'], write: (value: number | null) => string): string {
  const texts = [write(limit), formatPlain(limit)];
  return texts.find((text) => !text.startsWith('less than')) ?? asked.slice(asked.indexOf('<') + 1).trim();
}

function met(
  { kind, post, mechanism, below, holdsAbove, settled }: TargetOption,
  smallest: Look,
  measure: string,
  limit: string,
  write: (value: number | null) => string,
): string {
  const { phrase } = postWords(post);
  const epsilon = epsilonText(smallest.epsilon, 'up');
  const first = say.met(measure, limit, epsilon, noiseNames[kind].label, phrase, write(smallest.upper));
  const larger = holdsAbove
    ? say.holds()
    : settled === null
      ? say.neverSettles()
      : say.settles(epsilonText(settled.epsilon, 'up'));
  const total = mechanism?.total;
  const all =
    total === undefined || total.columns === 1 || total.epsilon === null
      ? ''
      : ` ${say.total(epsilonText(total.epsilon, 'up'), formatWhole(total.columns))}`;
  return `${first}${belowText(below, write)}. ${larger}${all}`;
}

function belowText(below: Look | null, write: (value: number | null) => string): string {
  if (below === null) return say.nothingBelow();
  const epsilon = epsilonText(below.epsilon, 'down');
  if (below.verdict === 'missed') return say.missedBelow(epsilon, write(below.lower));
  return below.verdict === 'undefined' ? say.undefinedBelow(epsilon) : say.openBelow(epsilon);
}

/** What comes nearest to the limit. */
function nearest(options: readonly TargetOption[]): TargetOption {
  const upper = ({ best }: TargetOption) => best.upper ?? Number.POSITIVE_INFINITY;
  return options.reduce((a, b) => (upper(b) < upper(a) ? b : a));
}
