export { bonferroniCriticalValue } from './bonferroni.js';
export { clopperPearson } from './clopper-pearson.js';
export { type Interval, normalInterval } from './interval.js';
export { studentQuantile } from './student.js';
export { type SupTOptions, supTCriticalValue } from './sup-t.js';
