import { DpfairError, type Fault } from '@dpfair/result';
import { exampleMessages } from './messages.js';
import { featureScales, type PrepareOptions } from './prepare-options.js';

const MOST_LEVELS = 10_000;

/** Refuses options out of range. @throws DpfairError `usage`, listing each */
export function checkOptions({ bands, testShare, test, mostLevels, radius, scale, scales = {} }: PrepareOptions): void {
  const { outOfRange } = exampleMessages;
  const faults: Fault[] = [];
  const ascending = bands?.every((end, at) => Number.isFinite(end) && (at === 0 || end > (bands[at - 1] as number)));
  if (bands !== undefined && !(bands.length > 0 && ascending)) faults.push(exampleMessages.badBands(bands));
  if (testShare !== undefined && !(testShare >= 0 && testShare < 1))
    faults.push(outOfRange('share of the rows for testing', testShare, '0 to below 1'));
  if (testShare !== undefined && test !== undefined) faults.push(exampleMessages.twoTests());
  if (mostLevels !== undefined && !(Number.isInteger(mostLevels) && mostLevels >= 2 && mostLevels <= MOST_LEVELS))
    faults.push(outOfRange('most levels of a column of text', mostLevels, `a whole number from 2 to ${MOST_LEVELS}`));
  if (scale !== undefined && !featureScales.includes(scale))
    faults.push(outOfRange('scale', scale, featureScales.join(', ')));
  if (radius !== undefined && !(Number.isFinite(radius) && radius > 0))
    faults.push(outOfRange('radius', radius, 'a finite number > 0'));
  if (radius !== undefined && scale !== 'unit-ball')
    faults.push(outOfRange('radius', radius, 'none without the scale unit-ball'));
  for (const [column, [mean, deviation]] of Object.entries(scales))
    if (!(Number.isFinite(mean) && Number.isFinite(deviation) && deviation > 0))
      faults.push(outOfRange(`scale of ${column}`, `${mean},${deviation}`, 'a finite mean and a finite deviation > 0'));
  if (Object.keys(scales).length > 0 && scale === 'none')
    faults.push(outOfRange('scales', Object.keys(scales).join(', '), 'none where numbers stay as they are'));
  if (faults.length > 0) throw new DpfairError('usage', faults);
}
