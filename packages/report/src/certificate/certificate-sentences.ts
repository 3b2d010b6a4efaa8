import type { AuditResult, Certificate, Look, TargetOption } from '@dpfair/result';
import { cleanText, formatEpsilon, formatInterval, formatPlain, formatWhole } from '../format/index.js';
import { certificateWords as say } from '../messages/certificate-messages.js';
import { postWords } from '../words/index.js';
import { noiseNames } from '../words/noise-names.js';
import { largerOnes } from './larger-ones.js';
import { measureText } from './measure-text.js';
import { onTheThreshold } from './on-the-threshold.js';

/** What a certificate says, in a few sentences. Plain text. */
export function certificateSentences(result: AuditResult, certificate: Certificate): string {
  const { target, options, chosen, range, status } = certificate;
  const write = measureText(result, certificate);
  const measure = say.measures[target.measure];
  const limit = limitText(target, write);
  const option = chosen === null ? undefined : options[chosen];
  if (certificate.interrupted) return stopped(certificate, measure, limit, write);
  if (option?.smallest) return met(option, option.smallest, measure, limit, write);
  const best = nearest(options);
  const [low, high] = range.map((epsilon) => formatPlain(epsilon)) as [string, string];
  const words = status === 'not-reachable' ? say.notReachable : say.inconclusive;
  const text = words(measure, limit, low, high, noiseNames[best.kind].label, postWords(best.post).phrase);
  const { epsilon, estimate, lower, upper, reason } = best.best;
  const found =
    estimate === null
      ? say.bestUndefined(cleanText(reason ?? ''))
      : say.bestAt(formatInterval(estimate, lower, upper, write), formatEpsilon(epsilon));
  const tied = onTheThreshold(result, certificate);
  return `${text}${found}${tied === 0 ? '' : ` ${say.onTheThreshold(tied)}`}`;
}

/** What a search that was stopped can say. */
function stopped(
  { options, looks, looksTaken }: Certificate,
  measure: string,
  limit: string,
  write: (value: number | null) => string,
): string {
  const text = say.stopped(formatWhole(looksTaken ?? looks), formatWhole(looks));
  const found = options.filter(({ smallest }) => smallest !== null);
  const total = ({ mechanism }: TargetOption) => mechanism?.total.epsilon ?? Number.POSITIVE_INFINITY;
  const [cheapest] = found.toSorted((a, b) => total(a) - total(b));
  if (cheapest === undefined || cheapest.smallest === null) return `${text}${say.noneByThen(measure, limit)}`;
  const { kind, post, smallest } = cheapest;
  const epsilon = formatEpsilon(smallest.epsilon, 'up');
  const { phrase } = postWords(post);
  return `${text}${say.foundByThen(measure, limit, epsilon, noiseNames[kind].label, phrase, write(smallest.upper))}`;
}

/** A limit too small for the words of a page is written in digits, or as it was asked for. */
function limitText({ limit, text: asked }: Certificate['target'], write: (value: number | null) => string): string {
  const texts = [write(limit), formatPlain(limit)];
  return texts.find((text) => !text.startsWith('less than')) ?? asked.slice(asked.indexOf('<') + 1).trim();
}

function met(
  option: TargetOption,
  smallest: Look,
  measure: string,
  limit: string,
  write: (value: number | null) => string,
): string {
  const { kind, post, mechanism, below, assumes = [] } = option;
  const { phrase } = postWords(post);
  const epsilon = formatEpsilon(smallest.epsilon, 'up');
  const first = say.met(measure, limit, epsilon, noiseNames[kind].label, phrase, write(smallest.upper));
  const total = mechanism?.total;
  const all =
    total === undefined || total.columns === 1 || total.epsilon === null
      ? ''
      : ` ${say.total(formatEpsilon(total.epsilon, 'up'), formatWhole(total.columns))}`;
  const needs = assumes.length === 0 ? '' : ` ${say.assumes(cleanText(assumes.join('; ')))}`;
  return `${first}${belowText(below, write)}. ${largerText(option)}${needs}${all}`;
}

function largerText(option: TargetOption): string {
  const { holdsAbove, settled } = option;
  if (holdsAbove) return say.holds();
  const { someMiss, lastMisses } = largerOnes(option);
  if (settled !== null) return (someMiss ? say.settles : say.settlesOpen)(formatEpsilon(settled.epsilon, 'up'));
  if (!someMiss) return say.neverSettlesOpen();
  return lastMisses ? say.neverSettles() : say.neverSettlesMixed();
}

function belowText(below: Look | null, write: (value: number | null) => string): string {
  if (below === null) return say.nothingBelow();
  const epsilon = formatEpsilon(below.epsilon, 'down');
  if (below.verdict === 'missed') return say.missedBelow(epsilon, write(below.lower));
  return below.verdict === 'undefined' ? say.undefinedBelow(epsilon) : say.openBelow(epsilon);
}

/** What comes nearest to the limit. */
function nearest(options: readonly TargetOption[]): TargetOption {
  const upper = ({ best }: TargetOption) => best.upper ?? Number.POSITIVE_INFINITY;
  return options.reduce((a, b) => (upper(b) < upper(a) ? b : a));
}
