import type { AuditResult } from '@dpfair/result';
import { composition } from '../figures/composition/composition.js';
import { flipAgainstDistance } from '../figures/distance/flip-against-distance.js';
import { flipAgainstSize } from '../figures/flip/flip-against-size.js';
import { gapAgainstBudget } from '../figures/gap/gap-against-budget.js';
import { answerMeasure } from '../figures/map/answer-measure.js';
import { choropleth } from '../figures/map/choropleth.js';
import { answerView } from '../measure/index.js';
import {
  answerGroupMessages,
  answerLimitMessages,
  answerRepeatMessages,
  answerWhoMessages,
} from '../messages/answer-messages.js';
import { answerDefinitions } from '../messages/method-messages.js';
import { samplingBars } from '../sampling/sampling-bars.js';
import { answerTable } from '../sections/who/answer-table.js';
import { answerGroups } from '../tables/answer-groups.js';
import { answerSummary } from '../tables/answer-summary.js';
import { answerFindings } from '../verdict/answers/answer-findings.js';
import { causesFigure } from '../why/causes-figure.js';
import { countNoun, ruleText } from '../words/index.js';
import { answerColumns } from './answer-columns.js';
import { answerSheetColumns } from './sheet-columns.js';
import type { UnitView } from './unit-view.js';

/** Against the distance to the threshold, or against size where an older result has no distances. */
const flips = (result: AuditResult) => flipAgainstDistance(result) ?? flipAgainstSize(result);

/** Answers to a yes-or-no question: how many are wrong, and whose. Truths of 0 and 1 are no size and have no percentage. */
export const answers: UnitView = {
  figures: [flips, composition, gapAgainstBudget, choropleth(answerMeasure), samplingBars, causesFigure],
  findings: answerFindings,
  summary: answerSummary,
  numbers: answerColumns,
  groups: (result, row) => answerGroups(row, countNoun(result)),
  groupsNote: answerGroupMessages.note(),
  entities: (result, cell, shown, _scaled, caption, id) => answerTable(result, cell, shown, caption, id),
  who: { ...answerWhoMessages, noteBoth: answerWhoMessages.noteSeries, nobodyMoves: answerWhoMessages.nobody },
  eventsApart: true,
  hasBudget: false,
  rule: ruleText,
  limits: () => ({ decision: answerLimitMessages.rule(), independence: answerLimitMessages.independence() }),
  definitions: Object.values(answerDefinitions),
  csvColumns: [
    { name: 'probability', of: (cell, index) => answerView(cell, index).yes },
    { name: 'distance', of: (cell, index) => cell.entities.distance?.[index] ?? null },
  ],
  sheetColumns: answerSheetColumns,
  download: {
    file: 'probabilities.csv',
    link: answerRepeatMessages.csv(),
    tooLarge: answerRepeatMessages.tooLarge,
  },
};
