export type { Classifier, Fit } from './classifier/classifier.js';
export type { FairnessTerm, Kernel, LossKind, StableFairProgram } from './program/program.js';
export type { GroupColumn, TrainingSet } from './program/training-set.js';
