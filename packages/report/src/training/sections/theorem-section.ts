import type { GroupOutcome, Measured, TrainingResult, TrainingRun } from '@dpfair/result';
import { formatInterval, formatNumber, MISSING } from '../../format/index.js';
import { type Html, html } from '../../html/html.js';
import { stackedInterval } from '../../html/stacked-interval.js';
import { table } from '../../html/table.js';
import { theoremMessages as say } from '../../messages/training/theorem-messages.js';
import { sentence } from '../../words/index.js';
import { outcomesOf } from '../runs.js';
import { groupName } from '../tables/training-table.js';
import { runLabels } from '../words/run-words.js';

/** Excessive risk of output perturbation beside its second-order approximation; null where no run has one. */
export function theoremSection({ runs }: TrainingResult): Html | null {
  const labels = runLabels(runs);
  const tables = runs.flatMap((run, k) =>
    outcomesOf(run).some(({ approximation }) => (approximation ?? null) !== null)
      ? [comparison(run, sentence(labels[k] as string), `theorem-${k + 1}`)]
      : [],
  );
  if (tables.length === 0) return null;
  return html`<section aria-labelledby="theorem"><h2 id="theorem">${say.heading()}</h2>
<p>${say.explanation()}</p>${tables}</section>`;
}

function comparison(run: TrainingRun, label: string, id: string): Html {
  const withSimulated = outcomesOf(run).some(({ simulated }) => simulated !== undefined);
  const rows = outcomesOf(run).map((outcome) => {
    const { excessiveRisk, approximation = null, hessianTrace, simulated } = outcome;
    return [
      groupName(run, outcome),
      stackedInterval(textOf(excessiveRisk)),
      ...(withSimulated ? [simulated === undefined ? MISSING : stackedInterval(textOf(simulated))] : []),
      formatNumber(approximation),
      ratio(outcome),
      formatNumber(hessianTrace),
    ];
  });
  const risk = run.method === 'montecarlo' ? say.simulated() : say.exact();
  return table(say.columns(risk, withSimulated).map(sentence), rows, { caption: say.caption(label), id, words: 1 });
}

const textOf = ({ estimate, lower, upper }: Measured) => formatInterval(estimate, lower, upper, formatNumber);

function ratio({ excessiveRisk: { estimate }, approximation = null }: GroupOutcome): string {
  return estimate === null || approximation === null || approximation === 0
    ? MISSING
    : formatNumber(estimate / approximation);
}
