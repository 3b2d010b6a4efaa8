import type { AuditResult, Cell } from '@dpfair/result';
import { answerView, entityView, outcomeUnit, toDollars } from '../measure/index.js';
import type { SheetColumn } from './unit-view.js';

/** Gain or loss: in dollars with a budget, else in the unit of the result; simulated ones with the ends of their intervals. */
export function amountSheetColumns(result: AuditResult, cell: Cell, label: string): readonly SheetColumn[] {
  const money = outcomeUnit(result, []).kind === 'dollars';
  const scaled = (value: number | null) => (money ? toDollars(result, value) : value);
  const of = `${money ? 'dollars' : 'bias'}: ${label}, ${cell.post}`;
  const view = (index: number) => entityView(result, cell, index);
  const bias: SheetColumn = { name: of, of: (index) => scaled(view(index).bias) };
  const ends: SheetColumn[] = [
    { name: `lower ${of}`, of: (index) => scaled(view(index).lower) },
    { name: `upper ${of}`, of: (index) => scaled(view(index).upper) },
  ];
  return cell.method === 'montecarlo' ? [bias, ...ends] : [bias];
}

/** The probability of yes; of simulated ones the ends of its interval too. */
export function answerSheetColumns(_result: AuditResult, cell: Cell, label: string): readonly SheetColumn[] {
  const of = `yes: ${label}, ${cell.post}`;
  const end = (sign: 1 | -1) => (index: number) => {
    const { yes, half } = answerView(cell, index);
    return yes === null || half === null ? null : Math.min(1, Math.max(0, yes + sign * half));
  };
  const yes: SheetColumn = { name: of, of: (index) => answerView(cell, index).yes };
  const ends: SheetColumn[] = [
    { name: `lower ${of}`, of: end(-1) },
    { name: `upper ${of}`, of: end(1) },
  ];
  return cell.method === 'montecarlo' ? [yes, ...ends] : [yes];
}
