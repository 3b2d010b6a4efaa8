export { bonferroniCriticalValue } from './bonferroni.js';
export { clopperPearson } from './clopper-pearson.js';
export { type Interval, normalInterval, studentInterval } from './interval.js';
export { studentQuantile, studentSurvival, studentUpperQuantile } from './student.js';
export { type SupTOptions, supTCriticalValue } from './sup-t.js';
