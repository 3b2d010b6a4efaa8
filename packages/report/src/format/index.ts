export { MINUS, THIN_SPACE } from './digits.js';
export { formatDollars } from './dollars.js';
export { formatFold } from './fold.js';
export { formatInterval, formatRange } from './interval.js';
export { cleanText, cutName } from './name.js';
export { formatBeside, formatNumber, formatWhole, MISSING } from './number.js';
export { formatPercent } from './percent.js';
export { formatConfidence, formatOdds, formatPlain } from './plain.js';
export { formatScaledShare, formatShare, type ShareScale, shareScale } from './share-scale.js';
