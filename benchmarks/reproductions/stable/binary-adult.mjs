import { readFileSync } from 'node:fs';

const RACE = 8;
const SEX = 9;

/**
 * Reads a file of Adult with race and sex as numbers, one column each: 1 for White and for Male, 0 for all others. This is how the data sets are
 * prepared that the paper cites (Friedler et al. 2019); one-hot columns give each value a weight of its own, so that a penalty on squares presses less.
 *
 * @returns {Uint8Array} the bytes of the file with these two fields replaced
 */
export function binaryAdult(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  return Buffer.from(lines.map(binaryLine).join('\n'));
}

function binaryLine(line) {
  const fields = line.split(', ');
  if (fields.length !== 15) return line;
  fields[RACE] = fields[RACE] === 'White' ? '1' : '0';
  fields[SEX] = fields[SEX] === 'Male' ? '1' : '0';
  return fields.join(', ');
}
