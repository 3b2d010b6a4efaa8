import type { Cell } from '@dpfair/result';
import { type MethodText, methodTexts } from '../messages/method-messages.js';

/** The plain description of how a cell was computed. */
export function methodText(cell: Cell): MethodText {
  if (cell.method === 'series') return seriesText(cell);
  if (cell.method === 'montecarlo') return cell.controlVariates ? methodTexts.controlled : methodTexts.plain;
  const shares = cell.decision === 'allotment' && cell.post === 'clip';
  if (cell.post === 'baseline' || shares) return methodTexts.exactBaseline;
  if (cell.decision !== 'identity') return methodTexts.exactOther;
  if (cell.post === 'clip') return methodTexts.exactClip;
  return cell.post === 'none' || cell.post === 'sum' ? methodTexts.exactLinear : methodTexts.exactOther;
}

/** The series that was used, which the formula names; without a name, by the post-processing. */
function seriesText({ formula, post }: Cell): MethodText {
  if (formula?.includes('crossings')) return methodTexts.crossingSeries;
  const linear = post === 'none' || post === 'sum';
  return linear || formula?.includes('curvature') ? methodTexts.curvatureSeries : methodTexts.thresholdSeries;
}
