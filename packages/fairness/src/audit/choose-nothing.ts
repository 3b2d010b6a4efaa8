import { reasons } from '../messages.js';
import { chooseMethod, type MethodChooser } from './choose-method.js';

/**
 * What is left to say of a cell once the work was stopped: it has no estimate, and is not simulated in its place. One that is
 * simulated in any case is left to the simulation, which knows what it has.
 */
export const chooseNothing: MethodChooser = function* (cell, method, tolerance, trials) {
  const { exact, series } = cell.model;
  const first = exact ? 'exact' : series ? 'series' : 'montecarlo';
  const stopped = method === 'auto' ? first : method;
  return stopped === 'montecarlo'
    ? yield* chooseMethod(cell, method, tolerance, trials)
    : { estimate: null, reason: reasons.stopped, relativeError: null, stopped };
};
