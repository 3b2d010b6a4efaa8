import { type StabilityCell, type StabilityResult, stableAlgorithms } from '@dpfair/result';
import { cleanText, formatPercent, formatPlain, formatWhole } from '../../format/index.js';
import { dataText, type Html, html } from '../../html/html.js';
import { testedMessages as common } from '../../messages/page-messages.js';
import { stabilityTestedWords as say } from '../../messages/stability/tested-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import {
  list,
  notesItem,
  skippedItem,
  type TestedItem,
  testedItemsSection,
  warningsItem,
} from '../../sections/tested-items.js';
import { sentence } from '../../words/index.js';
import { repetitionsText, stoppedSentence } from '../how-far.js';
import { sizeText } from '../small-groups.js';
import { epsilonOf } from '../tables/cell-columns.js';

/** Data, groups, program and settings, and what the numbers do not cover. */
export function stabilityTestedSection(result: StabilityResult): Html {
  const { input, warnings, run, data, cells } = result;
  const algorithms = [...new Set(cells.map(({ algorithm }) => algorithm))];
  const items: TestedItem[] = [
    [common.data(), html`${dataText(input.path)} (${common.dataFile(input.format, formatWhole(input.rows))})`],
    ...notesItem(input.notes ?? []),
    [say.rows(), rowsItem(result)],
    [say.unread(), skippedItem(input.skipped)],
    [say.label(), dataText(say.labelText(data.label, data.favourable))],
    [
      say.groups(),
      list(
        data.groups.map(({ column, values, contrast, sizes }) =>
          dataText(say.groupText(column, (sizes?.map(sizeText) ?? values).join(', '), contrast)),
        ),
      ),
    ],
    [
      say.inputs(),
      html`${say.inputsText(formatWhole(data.features), say.scalings[data.scaling](), seenText(data.groupIsFeature))}`,
    ],
    [say.algorithms(), list(algorithms.map((algorithm) => html`${words.meanings[algorithm]()}`))],
    [say.program(), html`${sentence(programText(result))}`],
    [say.preset(), html`${say.presets[result.setting.preset]()}`],
    [say.repetitions(), repetitionsItem(result)],
    [say.privacy(), html`${sentence(privacyText(result))}`],
    ...warningsItem(warnings),
    [say.limits(), list(limits(result).map((text) => html`${text}`))],
  ];
  return testedItemsSection(items, run.interrupted ? `${stoppedSentence(result)}.` : null);
}

function rowsItem({ data: { rows } }: StabilityResult): Html {
  return html`${say.rowsText(formatWhole(rows.training), formatWhole(rows.test), formatWhole(rows.missing))}`;
}

/** Which classifiers see the groups that they are about. */
function seenText(groupIsFeature: StabilityResult['data']['groupIsFeature']): string {
  const named = (seen: boolean) =>
    stableAlgorithms.flatMap((name) => (groupIsFeature[name] === seen ? [words.algorithms[name]()] : []));
  const [seeing, others] = [named(true), named(false)];
  if (others.length === 0) return say.allSee();
  return seeing.length === 0 ? say.noneSee() : say.someSee(seeing.join(', '), others.join(', '));
}

function programText({ setting: { loss, kernel, intercept } }: StabilityResult): string {
  return say.programText(say.losses[loss](), kernelText(kernel), say.intercepts[intercept]());
}

function kernelText(kernel: StabilityResult['setting']['kernel']): string {
  if (kernel === null) return say.linear();
  const value = formatPlain(kernel.value);
  const known = Object.hasOwn(say.kernels, kernel.kind) ? say.kernels[kernel.kind] : undefined;
  return known === undefined ? say.otherKernel(cleanText(kernel.kind), value) : known(value);
}

function repetitionsItem(result: StabilityResult): Html {
  const { testShare, trainingShare } = result.setting;
  return html`${say.repetitionsText(repetitionsText(result), formatPercent(trainingShare), formatPercent(testShare))}`;
}

function privacyText({ cells }: StabilityResult): string {
  const spent = cells.flatMap((cell) => epsilonOf(cell) ?? []);
  const waiting = spent.length === 0 && cells.some(({ algorithm }) => algorithm === 'private');
  if (spent.length === 0 && !waiting) return say.notPrivate(false);
  const others = cells.some(({ algorithm }) => algorithm !== 'private') ? `; ${say.notPrivate(true)}` : '';
  if (waiting) return `${say.privacyWaiting()}${others}`;
  return `${say.privacyText([...new Set(spent)].map((epsilon) => formatPlain(epsilon)).join(', '))}${others}`;
}

const isFair = ({ fairness }: StabilityCell) => !['none', 'differential-privacy'].includes(fairness.kind);

function limits({ cells }: StabilityResult): readonly string[] {
  return [
    say.reportLimit(),
    say.sampleLimit(),
    say.testLimit(),
    say.groupLimit(),
    ...(cells.some(isFair) && !cells.some(({ algorithm }) => algorithm === 'plain') ? [say.shrinkageLimit()] : []),
    ...(cells.some(({ bounds }) => bounds.uniform !== null) ? [say.boundLimit()] : []),
  ];
}
