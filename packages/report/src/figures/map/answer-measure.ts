import type { AuditResult, Cell } from '@dpfair/result';
import { shortTick } from '../../axis/index.js';
import { formatPercent, formatPoints } from '../../format/index.js';
import { direction, entityView } from '../../measure/index.js';
import { mapMessages as say } from '../../messages/figures/map-messages.js';
import type { MapMeasure } from './map-measure.js';

/** Percent, or percentage points. */
const SMALLEST = 0.001;

/**
 * Answers: of entities the probability of yes minus the true answer; of groups, where losses and gains would make up for one
 * another, the rate of false negatives as a loss.
 */
export function answerMeasure(result: AuditResult, cell: Cell, of: 'entities' | 'groups'): MapMeasure {
  if (of === 'entities')
    return {
      header: say.probability(),
      factor: 100,
      smallest: SMALLEST,
      write: (one) => shortTick(formatPoints(one)),
      text: (size) => say.probabilityText(formatPoints(size)),
      of: (index) => {
        const { name, bias } = entityView(result, cell, index);
        return { name, value: bias, unsure: direction(cell, index) === 'undecided' };
      },
    };
  return {
    header: say.wronglyNo(),
    factor: 100,
    smallest: SMALLEST,
    onlyLosses: true,
    write: (one) => shortTick(formatPercent(one === null ? null : Math.abs(one))),
    text: (size) => say.wronglyNoText(formatPercent(size)),
    of: (index) => {
      const name = cell.groups[index]?.group ?? '';
      const rate = cell.falseRates?.byGroup.find(({ group }) => group === name)?.falseNegative;
      const value = rate?.rate ?? null;
      return { name, value: value === null ? null : -value, unsure: rate?.lower === 0 && value !== 0 };
    },
  };
}
