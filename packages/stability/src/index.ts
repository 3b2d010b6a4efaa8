export type { Classifier, Fit } from './classifier/classifier.js';
export { type Disagreements, disagreements } from './measures/disagreements.js';
export { type GroupRates, groupRates } from './measures/group-rates.js';
export { overRepetitions, type RepeatedValue } from './measures/over-repetitions.js';
export { type Stab, stab } from './measures/stab.js';
export type { FairnessTerm, Kernel, LossKind, StableFairProgram } from './program/program.js';
export type { GroupColumn, TrainingSet } from './program/training-set.js';
