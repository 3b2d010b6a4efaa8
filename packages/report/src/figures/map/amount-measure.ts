import type { AuditResult, Cell } from '@dpfair/result';
import { shortTick } from '../../axis/index.js';
import { formatDollars, formatPercent } from '../../format/index.js';
import { direction, entityView, groupView, outcomeUnit } from '../../measure/index.js';
import { mapMessages as say } from '../../messages/figures/map-messages.js';
import { countNoun, oneOf } from '../../words/index.js';
import type { MapMeasure, MapValue } from './map-measure.js';

/** Percent, or what is counted. */
const SMALLEST = 0.001;

/** What is known of a place, whichever it is. */
interface Amounts {
  readonly name: string;
  readonly bias: number | null;
  readonly fraction: number | null;
  readonly dollarsPerPerson: number | null;
  readonly unsure: boolean;
}

/** Gains and losses: dollars per person of shares of a budget, percent of shares without one and of counts, else the unit itself. */
export function amountMeasure(result: AuditResult, cell: Cell, of: 'entities' | 'groups'): MapMeasure {
  const amounts = (index: number) => (of === 'entities' ? ofEntity(result, cell, index) : ofGroup(cell, index));
  const value =
    (pick: (one: Amounts) => number | null) =>
    (index: number): MapValue => {
      const one = amounts(index);
      return { name: one.name, value: pick(one), unsure: one.unsure };
    };
  const unit = outcomeUnit(result, []);
  if (unit.kind === 'dollars') {
    const noun = oneOf(countNoun(result));
    return {
      header: say.perOne(noun),
      factor: 1,
      smallest: 0.01,
      write: formatDollars,
      text: (size) => say.perOneText(formatDollars(size), noun),
      of: value((one) => one.dollarsPerPerson),
    };
  }
  if (result.unit === 'share' || result.unit === 'count') {
    const what = result.unit === 'share' ? say.share() : say.count();
    return {
      header: say.percentOf(what),
      factor: 100,
      smallest: SMALLEST,
      write: (one) => shortTick(formatPercent(one)),
      text: (size) => say.percentText(formatPercent(size), what),
      of: value((one) => one.fraction),
    };
  }
  return {
    header: unit.header,
    factor: unit.factor,
    smallest: SMALLEST,
    write: unit.cell,
    text: unit.text,
    of: value((one) => one.bias),
  };
}

function ofEntity(result: AuditResult, cell: Cell, index: number): Amounts {
  const view = entityView(result, cell, index);
  return { ...view, unsure: direction(cell, index) === 'undecided' };
}

function ofGroup(cell: Cell, index: number): Amounts {
  const { group, fraction, direction: way } = groupView(cell, index);
  const { bias, dollarsPerPerson } = group;
  return { name: group.group, bias, fraction, dollarsPerPerson, unsure: way === 'undecided' };
}
