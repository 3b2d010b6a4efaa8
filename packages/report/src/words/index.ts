export { decisionWords, proportionWords, weighted } from './decision-words.js';
export { atLabel, mechanismLabels, privacyWords } from './mechanism-words.js';
export { methodText } from './method-text.js';
export { methodWords } from './method-words.js';
export { noiseDeviation, noiseNames } from './noise-names.js';
export { postWords } from './post-words.js';
export { ruleText, statuteText } from './rule-words.js';
export { sentence } from './sentence.js';
export { countNoun, oneOf } from './unit-words.js';
