import type { Result, ResultKind, ResultOf } from '@dpfair/result';
import { smoothingView } from '../smoothing/smoothing-view.js';
import { stabilityView } from '../stability/stability-view.js';
import { trainingView } from '../training/training-view.js';
import { auditResultView } from './audit-result-view.js';
import { mitigationResultView } from './mitigation-result-view.js';
import type { ResultView } from './result-view.js';

/** How each kind of result is told. A new kind is one record. */
export const resultViews: { readonly [Kind in ResultKind]: ResultView<ResultOf<Kind>> } = {
  audit: auditResultView,
  mitigation: mitigationResultView,
  training: trainingView,
  smoothing: smoothingView,
  stability: stabilityView,
};

/** The view of a result. That a view is only given results of its own kind is what the record says, and the compiler cannot follow. */
export function viewOf<Some extends Result>({ kind }: Some): ResultView<Some> {
  return resultViews[kind] as ResultView<Result>;
}
