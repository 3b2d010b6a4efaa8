import type { TrainingRun } from '@dpfair/result';
import { cleanText, formatDistinct, formatEpsilon, formatNumber, formatOdds, MISSING } from '../../format/index.js';
import { runWords as say } from '../../messages/training/run-messages.js';
import { remedyWords } from './remedy-words.js';

/** Digits of an epsilon, which is rounded up: what is spent is next to never the round number that was asked for. */
const DIGITS = 4;
const SPARED = 2;

/** The budget of a run: 'epsilon 3', or what noise it has where nothing is guaranteed. */
export function budgetWords(run: TrainingRun): string {
  const { privacy, algorithm } = run;
  if (privacy.private === null) return say.loggedNoise();
  if (privacy.epsilon !== null) return say.epsilon(formatEpsilon(privacy.epsilon, 'up', DIGITS));
  const { noiseMultiplier } = algorithm;
  return noiseMultiplier === null ? say.noBudget() : say.noise(formatNumber(noiseMultiplier));
}

/** One name a run, each unlike the others: budget, remedy where there is one, and a number where these do not tell them apart. */
export function runLabels(runs: readonly TrainingRun[]): readonly string[] {
  const epsilons = formatDistinct(
    runs.map(({ privacy }) => privacy.epsilon),
    (epsilon, digits) => (epsilon === null ? MISSING : formatEpsilon(epsilon, 'up', digits - SPARED)),
  );
  const labels = runs.map((run, k) => {
    const budget = run.privacy.epsilon === null ? budgetWords(run) : say.epsilon(epsilons[k] as string);
    return run.id === 'none' ? budget : say.withRemedy(budget, remedyWords(run.id).label);
  });
  return labels.map((label, k) => {
    const before = labels.slice(0, k).filter((other) => other === label).length;
    return before === 0 ? label : say.again(label, String(before + 1));
  });
}

/** What is guaranteed to a person in the training rows, without a full stop. */
export function guaranteeWords({ privacy }: TrainingRun): string {
  const { epsilon, delta, neighbours, accountant } = privacy;
  if (privacy.private === null) return say.unknownGuarantee(cleanText(privacy.reason ?? say.noReason()));
  if (!privacy.private) return say.notPrivate(cleanText(privacy.reason ?? say.noReason()));
  if (epsilon === null) return say.noGuarantee();
  const how = accountant === null ? '' : say.accounted(accountants.get(accountant) ?? cleanText(accountant));
  const both = delta === null || delta === 0 ? '' : say.delta(formatOdds(delta));
  return `${say.epsilon(formatEpsilon(epsilon, 'up', DIGITS))}${both}, ${neighbours === null ? '' : say.neighbours[neighbours]()}${how}`;
}

const accountants: ReadonlyMap<string, string> = new Map([
  ['pld', 'the distribution of the privacy loss'],
  ['rdp', 'Renyi differential privacy'],
  ['zcdp', 'zero-concentrated differential privacy'],
]);
