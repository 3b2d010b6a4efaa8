import type { Attacks, Membership, TrainingResult, TrainingRun } from '@dpfair/result';
import type { Figure } from '../../figure.js';
import {
  cleanText,
  formatConfidence,
  formatEpsilon,
  formatInterval,
  formatNumber,
  formatPercent,
  formatWhole,
  MISSING,
} from '../../format/index.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { attackMessages as say } from '../../messages/training/attack-messages.js';
import { figureOf } from '../../sections/figures-section.js';
import { sentence } from '../../words/index.js';
import { groupOf } from '../figures/lines/attack-figure.js';

/** What attacks on the trained model find; null where none was tried. */
export function attacksSection(
  { attacks }: TrainingResult,
  head: TrainingRun | null,
  figures: readonly Figure[],
): Html | null {
  if (attacks === null) return null;
  return html`<section aria-labelledby="attacks"><h2 id="attacks">${say.heading()}</h2>
${attacks.membership.length === 0 ? null : memberships(attacks, head)}${boundParagraph(attacks)}
${figures.map(figureOf)}</section>`;
}

function memberships({ membership, confidence }: Attacks, head: TrainingRun | null): Html {
  const allowed = [
    ...new Set(membership.flatMap(({ operatingPoints }) => operatingPoints.map((point) => point.allowed))),
  ];
  const rows = membership.map((one) => {
    const { areaUnderCurve: area, advantage, members, others, operatingPoints, small } = one;
    const risk = one.group === null ? head?.population : head?.groups.find(({ group }) => group === one.group);
    return [
      small ? `${groupOf(one)} \u2020` : groupOf(one),
      formatWhole(members),
      formatWhole(others),
      stackedInterval(formatInterval(area.estimate, area.lower, area.upper, formatNumber)),
      stackedInterval(formatInterval(advantage.estimate, advantage.lower, advantage.upper, formatNumber)),
      ...allowed.map((rate) => stackedInterval(foundAt(operatingPoints, rate))),
      formatNumber(risk?.excessiveRisk.estimate ?? null),
    ];
  });
  return table(say.columns(allowed.map(formatPercent)).map(sentence), rows, {
    caption: say.caption(formatConfidence(confidence)),
    id: 'membership',
    words: 1,
  });
}

/** The members found with a threshold that takes at most so many others for members. */
function foundAt(points: Membership['operatingPoints'], allowed: number): string {
  const found = points.find((point) => point.allowed === allowed)?.truePositive;
  return found === undefined ? MISSING : formatInterval(found.estimate, found.lower, found.upper, formatPercent);
}

function boundParagraph(attacks: Attacks): Html | null {
  const text = boundText(attacks);
  if (text === null) return null;
  return isBroken(attacks) ? html`<p><strong>${text}</strong></p>` : html`<p>${text}</p>`;
}

/** The empirical bound on epsilon beside the claim; one above the claim is called what it is. Null where none was looked for. */
export function boundText(attacks: Attacks): string | null {
  const { epsilonLowerBound: bound } = attacks;
  if (bound === null) return null;
  const { method, trials, confidence, lower, gaussian, claimed } = bound;
  const how = say.how(cleanText(method), formatWhole(trials), formatConfidence(confidence));
  const claim = claimed === null ? say.noClaim() : say.claim(formatEpsilon(claimed));
  if (lower === null) return say.nothingFound(how, claim);
  const more = gaussian === null ? '' : say.gaussian(formatEpsilon(gaussian, 'down'));
  const text = `${say.bound(formatEpsilon(lower, 'down'), how, claim)}${more}`;
  return isBroken(attacks) ? `${say.broken()} ${text}` : text;
}

function isBroken({ epsilonLowerBound: bound }: Attacks): boolean {
  return bound !== null && bound.lower !== null && bound.claimed !== null && bound.lower > bound.claimed;
}
