export { fillUnitGaussian, fillUnitLaplace } from './noise-rows.js';
export { philox4x32, type Words4 } from './philox4x32.js';
export { type Purpose, purposeNumbers } from './purpose.js';
export { formatSeed, parseSeed, type Seed } from './seed.js';
export { openStream, type RandomStream } from './stream.js';
