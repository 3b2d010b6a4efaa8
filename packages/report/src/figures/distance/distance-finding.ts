import type { Cell } from '@dpfair/result';
import { formatPercent, formatProbability, formatWhole } from '../../format/index.js';
import { answerView, distinguishable, wrongAnswers } from '../../measure/index.js';
import { distanceMessages as say } from '../../messages/figures/distance-messages.js';
import { atLabel, sentence } from '../../words/index.js';
import { halvesOfWrong } from '../flip/flip-finding.js';

/** How near to the threshold the wrong answers are, and of which half by size where that is clear. */
export function distanceFinding(cell: Cell, label: string): string {
  const at = atLabel(label);
  const { all } = wrongAnswers(cell);
  if (!distinguishable(all)) return sentence(say.titleNothing(at));
  const near = (cell.entities.distance ?? []).flatMap((distance, index) =>
    distance !== null && Math.abs(distance) < 1 ? [index] : [],
  );
  const wrong = near.reduce((sum, index) => sum + (answerView(cell, index).wrong ?? 0), 0);
  const part = formatProbability(Math.min(1, wrong / (all.estimate as number)));
  const title = say.title(at, formatWhole(near.length), formatWhole(cell.entities.id.length), part);
  const halves = halvesOfWrong(cell);
  return sentence(halves === null ? title : say.half(title, halves.which, formatPercent(halves.part)));
}
