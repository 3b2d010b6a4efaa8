import type { Cell } from '@dpfair/result';
import { type MethodText, methodTexts } from '../messages/method-messages.js';

/** The plain description of how a cell was computed. */
export function methodText(cell: Cell): MethodText {
  if (cell.method === 'series') return methodTexts.series;
  if (cell.method === 'montecarlo') return cell.controlVariates ? methodTexts.controlled : methodTexts.plain;
  if (cell.post === 'baseline') return methodTexts.exactBaseline;
  if (cell.decision !== 'identity') return methodTexts.exactOther;
  if (cell.post === 'clip') return methodTexts.exactClip;
  return cell.post === 'none' || cell.post === 'sum' ? methodTexts.exactLinear : methodTexts.exactOther;
}
