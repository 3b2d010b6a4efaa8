import { biasAgainstTruth } from '../figures/bias/bias-against-truth.js';
import { gapAgainstBudget } from '../figures/gap/gap-against-budget.js';
import { groupForest } from '../figures/groups/group-forest.js';
import { amountMeasure } from '../figures/map/amount-measure.js';
import { choropleth } from '../figures/map/choropleth.js';
import { seatChance } from '../measure/index.js';
import { seatDefinitions, seatLimitMessages, seatWhoMessages } from '../messages/events/seat-messages.js';
import { limitMessages } from '../messages/page-messages.js';
import { samplingBars } from '../sampling/sampling-bars.js';
import { seatTable } from '../sections/who/seat-table.js';
import { seatSummary } from '../tables/seat-summary.js';
import { seatFindings } from '../verdict/seat-findings.js';
import { counts } from './amounts.js';
import { seatColumns, seatSheetColumns } from './seat-columns.js';
import type { UnitView } from './unit-view.js';

/** Seats of a house: who is likely to lose one and to gain one. */
export const seats: UnitView = {
  ...counts,
  figures: [biasAgainstTruth, gapAgainstBudget, groupForest, choropleth(amountMeasure), samplingBars],
  findings: seatFindings,
  summary: seatSummary,
  numbers: seatColumns,
  entities: (result, cell, shown, _scaled, caption, id) => seatTable(result, cell, shown, caption, id),
  who: { ...counts.who, ...seatWhoMessages },
  // The tables of entities have both chances.
  eventsApart: false,
  hasBudget: false,
  limits: () => ({ decision: seatLimitMessages.house(), independence: limitMessages.independence(false) }),
  definitions: Object.values(seatDefinitions),
  csvColumns: [
    { name: 'probability_fewer_seats', of: (cell, index) => seatChance(cell, 'fewer', index).probability },
    { name: 'probability_more_seats', of: (cell, index) => seatChance(cell, 'more', index).probability },
  ],
  sheetColumns: seatSheetColumns,
};
