import type { AuditResult } from '@dpfair/result';
import { counts, shares } from './amounts.js';
import { answers } from './answers.js';
import { seats } from './seats.js';
import type { UnitView } from './unit-view.js';

/** How the page speaks of each unit of outcomes. A new unit is one record. */
const unitViews: Readonly<Record<AuditResult['unit'], UnitView>> = {
  share: shares,
  count: counts,
  probability: answers,
  seats,
};

/** What the page says and shows of a result in its unit. */
export function unitView({ unit }: Pick<AuditResult, 'unit'>): UnitView {
  return unitViews[unit];
}
