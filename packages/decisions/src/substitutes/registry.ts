import type { Decision } from '../decision.js';
import { classifier } from './classifier/classifier.js';
import { holdHarmless } from './hold-harmless.js';
import { linearProxy } from './linear-proxy.js';
import { margin, marginUnits } from './margin.js';
import { noPenalty } from './no-penalty.js';
import { outputPerturbation } from './output-perturbation.js';
import { redundantRelease } from './redundant-release.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteName, SubstituteSpec } from './substitute-spec.js';

/** Fair substitutes for decisions, by name, in the order in which they are compared. A new one is a file and a line here. */
const kinds: Readonly<Record<SubstituteName, SubstituteKind>> = {
  'redundant-release': redundantRelease,
  'linear-proxy': linearProxy,
  'output-perturbation': outputPerturbation,
  'no-penalty': noPenalty,
  'hold-harmless': holdHarmless,
  margin,
  'margin-units': marginUnits,
  logistic: classifier('logistic'),
  svm: classifier('svm'),
};

export const substituteNames = Object.keys(kinds) as readonly SubstituteName[];

/** What is known of a substitute before it is planned. */
export const substituteKind = (name: SubstituteName): SubstituteKind => kinds[name];

/** The substitute as a decision, built again from plain data. */
export const substituteDecision = (original: Decision, spec: SubstituteSpec): Decision =>
  substituteKind(spec.name).make(original, spec);
