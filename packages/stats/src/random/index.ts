export { addDiscreteGaussian, addDiscreteLaplace, addScaled, type NoiseAdder } from './add-noise.js';
export { fillUnitGaussian, fillUnitLaplace } from './noise-rows.js';
export type { Purpose } from './purpose.js';
export { formatSeed, parseSeed, type Seed } from './seed.js';
export { openStream, type RandomStream } from './stream.js';
