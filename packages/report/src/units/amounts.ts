import type { AuditResult } from '@dpfair/result';
import { biasAgainstTruth } from '../figures/bias/bias-against-truth.js';
import { gapAgainstBudget } from '../figures/gap/gap-against-budget.js';
import { groupForest } from '../figures/groups/group-forest.js';
import { harmBySize } from '../figures/harm-by-size.js';
import { amountMeasure } from '../figures/map/amount-measure.js';
import { choropleth } from '../figures/map/choropleth.js';
import { definitions } from '../messages/method-messages.js';
import { limitMessages, repeatMessages, whoMessages } from '../messages/page-messages.js';
import { samplingBars } from '../sampling/sampling-bars.js';
import { whoTable } from '../sections/who/who-table.js';
import { amountGroups } from '../tables/amount-groups.js';
import { amountSummary } from '../tables/amount-summary.js';
import { amountFindings } from '../verdict/amount-findings.js';
import { causesFigure } from '../why/causes-figure.js';
import { proportionWords, statuteText, weighted } from '../words/index.js';
import { amountColumns } from './amount-columns.js';
import { amountSheetColumns } from './sheet-columns.js';
import type { UnitView } from './unit-view.js';

const limitsOf = (decision: (result: AuditResult) => string): UnitView['limits'] => {
  return (result) => ({ decision: decision(result), independence: limitMessages.independence(weighted(result)) });
};

/** Counts that are released: who is misstated, in the unit that is counted. */
export const counts: UnitView = {
  figures: [
    biasAgainstTruth,
    gapAgainstBudget,
    harmBySize,
    groupForest,
    choropleth(amountMeasure),
    samplingBars,
    causesFigure,
  ],
  findings: amountFindings,
  summary: amountSummary,
  numbers: amountColumns,
  groups: amountGroups,
  groupsNote: null,
  entities: whoTable,
  who: { ...whoMessages, nobodyMoves: () => null },
  eventsApart: true,
  hasBudget: true,
  rule: () => null,
  limits: limitsOf(limitMessages.release),
  definitions: [definitions.bias, definitions.alpha],
  csvColumns: [],
  sheetColumns: amountSheetColumns,
  download: { file: 'gains-and-losses.csv', link: repeatMessages.csv(), tooLarge: repeatMessages.tooLarge },
};

/** Shares of a whole, in dollars where there is a budget. */
export const shares: UnitView = {
  ...counts,
  rule: statuteText,
  limits: limitsOf((result) =>
    result.decision === 'title1' ? limitMessages.title1() : limitMessages.allotment(proportionWords(result)),
  ),
  definitions: Object.values(definitions),
};
