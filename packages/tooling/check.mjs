import { fileURLToPath } from 'node:url';
import { findResources } from './check/find-resources.mjs';
import { closingLine } from './check/read-counts.mjs';
import { runVitest } from './check/run-vitest.mjs';
import { stages } from './check/stages.mjs';

// Every check in order; all run even when one fails. `--tests-only LABEL` runs the tests alone and ends with `LABEL: counts`;
// `--slow` runs the slow tests alone.
const root = fileURLToPath(new URL('../..', import.meta.url));
const slow = process.argv[2] === '--slow';
const label = slow ? 'slow tests' : process.argv[2] === '--tests-only' ? (process.argv[3] ?? 'tests') : undefined;
const inCi = (process.env.CI ?? '') !== '' && process.env.CI !== 'false';

const resources = findResources(root, process.env);
const env = { ...process.env };
delete env.DPFAIR_SLOW;
if (slow) env.DPFAIR_SLOW = '1';
for (const { variable, path } of resources) env[variable] = path;

/** @type {string[]} */
const failures = [];
/** @type {string[]} */
const times = [];
/** @template T @param {string} name @param {() => T} run @returns {T} */
const timed = (name, run) => {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const result = run();
  times.push(`${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
};

if (label === undefined) for (const { name, run } of stages(root, env)) if (!timed(name, run)) failures.push(name);
const { passed, counts } = timed('tests', () => runVitest(root, env));
if (!passed) failures.push(counts.passed + counts.failed === 0 ? 'tests (none ran)' : 'tests');

for (const { variable, what, path, missing, wrong } of resources) {
  if (path !== undefined) continue;
  console.log(`\n!!! ${what.toUpperCase()} SKIPPED: ${missing} (set ${variable} to name one) !!!`);
  if (wrong || (inCi && variable === 'DPFAIR_CHROMIUM')) failures.push(missing);
}
if (counts.skipped.length > 0)
  console.log(`\n!!! SKIPPED TESTS !!!\n${counts.skipped.map((test) => `  ${test}`).join('\n')}`);
if (inCi && counts.skipped.some((test) => /browser|chromium/i.test(test))) failures.push('browser tests skipped in CI');

console.log(`\nwall time: ${times.join(', ')}`);
if (failures.length > 0) console.log(`FAILED: ${failures.join(', ')}`);
console.log(`${label === undefined ? '' : `${label}: `}${closingLine(counts)}`);
process.exitCode = failures.length === 0 ? 0 : 1;
