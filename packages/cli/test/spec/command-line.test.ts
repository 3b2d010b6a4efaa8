import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/command-line/parse-command-line.js';
import { readOptions } from '../../src/options/reading/read-options.js';
import { auditOptions } from '../../src/spec/audit-options.js';
import { commandLineOf, quoteForShell } from '../../src/spec/command-line.js';
import { completeSpec } from '../../src/spec/complete-spec.js';

/** What a POSIX shell makes of a command line. */
function shellWords(line: string): string[] {
  const script = `for word in ${line}; do printf '%s\\0' "$word"; done`;
  return execFileSync('sh', ['-c', script]).toString().split('\0').slice(0, -1);
}

describe('the command that repeats a run', () => {
  it('is read back as the very same spec', async () => {
    const spec = completeSpec({
      data: "it's a file.csv",
      delimiter: '\t',
      map: { count: 'Estimated; "poor"', id: 'A+B', group: '$HOME' },
      join: ['b 1.csv', 'c.csv'],
      on: ['State Postal Code=postal', 'A+B=C+D'],
      unmatched: 'drop',
      where: ['state!=PR', 'name=`x`'],
      skipBadRows: true,
      mechanism: ['laplace', 'gaussian'],
      epsilon: [0.1, 1e-7],
      delta: 1e-9,
      post: ['none', 'pos'],
      budget: 16e9,
      failOn: ['alpha>1e-5', 'cost > 0.5'],
      method: 'montecarlo',
      plain: true,
      tolerance: 0.01,
      seed: '18446744073709551615',
    });
    const [tool, ...words] = shellWords(commandLineOf(spec));
    const request = await parseCommandLine(words, '0', 80);
    expect(tool).toBe('dpfair');
    if (request.kind !== 'command') throw new Error(JSON.stringify(request));
    const { values, faults } = readOptions(auditOptions, request.given, (what) => ({ what }));
    expect(faults).toEqual([]);
    expect(completeSpec(values)).toEqual(spec);
  });

  it('does not depend on a leading dash', async () => {
    const spec = completeSpec({ data: '-odd.csv', where: ['-a=b'], epsilon: [1], seed: '1' });
    const request = await parseCommandLine(shellWords(commandLineOf(spec)).slice(1), '0', 80);
    expect(request).toMatchObject({ kind: 'command', given: { data: './-odd.csv', where: ['-a=b'] } });
  });
});

describe('quoting for a shell', () => {
  it.each(['a', "it's", '$(rm x)', 'a b', '*', 'x;y', '"', '\\', '!', 'é', 'line\nend', '>out', ''])(
    'keeps %j whole',
    (word) => {
      expect(shellWords(quoteForShell(word))).toEqual([word]);
    },
  );
});
