import { type Labeller, type SmoothOptions, smooth } from '../smooth/index.js';
import type { Answerer } from './answerer.js';

/** A classifier as answers: 1 for the class that it names, 0 for the others. */
export function labelAnswers(model: Labeller, classes: number): Answerer {
  return async (batch, rows) => {
    const labels = await model(batch, rows);
    const answers = new Float64Array(rows * classes);
    for (let row = 0; row < rows; row++) answers[row * classes + (labels[row] as number)] = 1;
    return answers;
  };
}

/**
 * A smoothed classifier as answers. All points share the same draws, so that the answer for a person does not depend on who else is asked about, and a
 * person changed in nothing that the metric sees has the same answer to the last digit.
 */
export function smoothedAnswers(model: Labeller, options: Omit<SmoothOptions, 'noise'>): Answerer {
  return async (batch, rows) => {
    const points = batch.slice(0, rows * options.smoothing.held.length);
    return (await smooth(model, points, { ...options, noise: 'common' })).probabilities;
  };
}
