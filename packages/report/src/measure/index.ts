export { bestOfRow, type Compared } from './best-of-row.js';
export { type CellGrid, type CellRow, cellGrid, cellOf, rowOf } from './cell-rows.js';
export { countDirections, type Direction, direction } from './direction.js';
export { distinguishable } from './distinguishable.js';
export { type AnswerView, answerView, withRange, wrongProbability, yesProbability } from './entities/answer-view.js';
export { type EntityView, entityView, toDollars } from './entities/entity-view.js';
export { type GroupOrder, type GroupView, groupDollars, groupView, groupViews } from './entities/group-view.js';
export { countsPeople, expectedToLose, type PeopleView, peopleView, rankByPeople } from './entities/people.js';
export { bestWinner, rankByBias, worstLoser } from './entities/ranking.js';
export {
  expectedChanges,
  likeliestChange,
  type SeatChange,
  seatChance,
  seatChanceText,
} from './entities/seat-chances.js';
export { shownWrongAnswers, type WrongAnswers, wrongAnswers } from './entities/wrong-answers.js';
export { halfWidth, simultaneousMultiplier } from './half-width.js';
export { headlineCell } from './headline.js';
export { measured } from './measured.js';
export { type OutcomeUnit, outcomeUnit } from './outcome-unit.js';
export { rateText } from './rate-text.js';
export { restsOnZero } from './rests-on-zero.js';
