import { expect, it } from 'vitest';
import { bar, progressDisplay } from '../../src/output/progress.js';

function record(isTTY: boolean) {
  const written: string[] = [];
  return { written, stream: { isTTY, columns: 60, write: (text: string) => written.push(text) } };
}

it('a pipe gets one line per stage and no bar', () => {
  const { written, stream } = record(false);
  const progress = progressDisplay(stream, false, () => 0);
  progress.stage('reading a.csv');
  progress.advance(1, 2);
  progress.stage('simulating');
  progress.advance(2, 2);
  progress.clear();
  expect(written).toEqual(['reading a.csv\n', 'simulating\n']);
});

it('a pipe gets one line per tenth of a simulation that takes long, and the next starts again', () => {
  const { written, stream } = record(false);
  let time = 0;
  const progress = progressDisplay(stream, false, () => time);
  for (const stage of ['one', 'two']) {
    progress.stage(stage);
    for (let done = 1; done <= 1000; done++) {
      time += 100;
      progress.advance(done, 1000);
    }
  }
  const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
  expect(written).toEqual(
    ['one', 'two'].flatMap((stage) =>
      [stage, ...tenths.map((tenth) => `${stage}: ${tenth} %`)].map((line) => `${line}\n`),
    ),
  );
});

it('a terminal gets a bar ten times a second at most, and always the full one', () => {
  const { written, stream } = record(true);
  let time = 0;
  const progress = progressDisplay(stream, false, () => time);
  progress.stage('simulating');
  for (let done = 1; done <= 100; done++) {
    time += 10;
    progress.advance(done, 100);
  }
  const bars = written.filter((text) => text.includes('['.concat('#')) || text.includes('%'));
  expect(bars.length).toBeGreaterThanOrEqual(10);
  expect(bars.length).toBeLessThanOrEqual(12);
  expect(bars.at(-1)).toContain('100 %');
});

it('quiet says nothing', () => {
  const { written, stream } = record(true);
  const progress = progressDisplay(stream, true, () => 0);
  progress.stage('x');
  progress.advance(1, 1);
  progress.clear();
  expect(written).toEqual([]);
});

it.each([
  [0, 4, '  0 %', 0],
  [2, 4, ' 50 %', 20],
  [4, 4, '100 %', 40],
  [0, 0, '100 %', 40],
])('a bar for %d of %d shows %s', (done, total, percent, filled) => {
  const line = bar('x', done, total, 80);
  expect(line.endsWith(percent)).toBe(true);
  expect(line.split('#').length - 1).toBe(filled);
});

it('a bar is shorter than its terminal, so that it never wraps', () => {
  for (const columns of [5, 20, 40, 200])
    expect(bar('simulating 20000 trials', 3, 7, columns).length).toBeLessThan(columns);
});

it.each([true, false])('a stage named by a file cannot steer the terminal (terminal: %s)', (isTTY) => {
  const { written, stream } = record(isTTY);
  let time = 0;
  const progress = progressDisplay(stream, false, () => time);
  progress.stage('reading a\u001b[2Jb\nc');
  time = 5000;
  progress.advance(1, 2);
  const own = written.map((text) => text.replace('\r\u001b[2K', '').replace(/\n$/, '')).join('|');
  expect(own.split('a\ufffd[2Jb\ufffdc')).toHaveLength(3);
  expect(own).not.toContain('\u001b');
  expect(own).not.toContain('\n');
});
