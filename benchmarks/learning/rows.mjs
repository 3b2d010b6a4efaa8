import { openStream, parseSeed } from '@dpfair/stats';

/** Rows like those of a census: six numbers and eight one-hot columns, 104 features of which at most 14 are not zero. */
export function madeRows(rows = 30_162) {
  const stream = openStream(parseSeed(1), 'generator', 0);
  const levels = [8, 16, 7, 14, 6, 5, 2, 40];
  const width = 6 + levels.reduce((sum, count) => sum + count, 0);
  const features = new Float64Array(rows * width);
  const target = new Float64Array(rows);
  const group = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let at = row * width;
    for (let j = 0; j < 6; j++) features[at + j] = stream.nextGaussian();
    const score = features[at] + features[at + 1] - 1;
    at += 6;
    for (const count of levels) {
      features[at + stream.nextInteger(count)] = 1;
      at += count;
    }
    target[row] = stream.nextUniform() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
    group[row] = stream.nextUniform() < 1 / 3 ? 1 : 0;
  }
  const featureNames = Array.from({ length: width }, (_, j) => `feature ${j}`);
  return { rows, features, featureNames, target, classNames: ['no', 'yes'], group, groupNames: ['one', 'other'] };
}
