import { readFileSync } from 'node:fs';
import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { commandLineOf } from '../../src/spec/command-line.js';
import { completeSpec } from '../../src/spec/complete-spec.js';
import { decisionOf } from '../../src/spec/decision-of.js';
import { readStatuteFile } from '../../src/spec/files/statute-file.js';

const bytes = (text: string) => () => new TextEncoder().encode(text);
const minimal = { data: 'a.csv', epsilon: [1], seed: '1' };

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof DpfairError) return error.message;
    throw error;
  }
  return 'nothing was thrown';
};

describe('the decision of a spec', () => {
  it('takes the public names of a rule, and the command says them again', () => {
    const spec = completeSpec({ ...minimal, decision: 'threshold', rule: 'a > b', public: ['b'] });
    expect(decisionOf(spec).privateRoles).toEqual(['a']);
    expect(commandLineOf(spec)).toContain("--rule 'a > b' --public b");
  });

  it('refuses parameters that it has no use for', () => {
    const identity = { ...minimal, decision: 'identity' as const };
    const statutes = '(allowed: --decision language or --decision title1)';
    for (const [given, words] of [
      [{ statute: 'some-2016' }, `--statute some-2016 with decision identity ${statutes}`],
      [{ clause: { x: true, y: false } }, `--clause x=on,y=off with decision identity ${statutes}`],
      [{ grant: ['basic' as const] }, '--grant basic with decision identity (allowed: --decision title1)'],
      [{ apportion: 'adams' as const }, '--apportion adams with decision identity (allowed: --decision apportionment)'],
      [{ seats: 5 }, '--seats 5 with decision identity'],
      [{ public: ['count'] }, '--public count with decision identity (allowed: --decision threshold)'],
      [{ private: ['children'] }, '--private children with decision identity'],
      [{ rule: 'a > 1' }, '--rule "a > 1" with decision identity (allowed: --decision threshold)'],
    ] as const) {
      expect(messageOf(() => completeSpec({ ...identity, ...given }))).toContain(words);
    }
  });
});

describe('a mistyped name', () => {
  const title1 = { ...minimal, decision: 'title1' as const };

  it('is refused with the one that was probably meant', () => {
    expect(messageOf(() => completeSpec({ ...title1, clause: { 'hold-harmles': false } }))).toMatch(
      /clause that title1 does not have: hold-harmles \(allowed: .*; did you mean hold-harmless\?\)/,
    );
    expect(messageOf(() => completeSpec({ ...title1, statute: 'title1-fy2022' }))).toContain(
      '; did you mean title1-fy2021?',
    );
    expect(messageOf(() => completeSpec({ ...title1, private: ['child'] }))).toContain(
      'title1 cannot make private: child (allowed: children; did you mean children?)',
    );
  });

  it('that is near nothing is refused without a guess', () => {
    expect(messageOf(() => completeSpec({ ...title1, clause: { quux: true } }))).not.toContain('did you mean');
  });
});

describe('what title1 is made with', () => {
  const title1 = { ...minimal, decision: 'title1' as const };

  it('is its grants, clauses, private columns and a budget, and the command says them again', () => {
    const spec = completeSpec({
      ...title1,
      grant: ['targeted', 'basic'],
      clause: { cents: false },
      private: ['children'],
      budget: 1e6,
    });
    const decision = decisionOf(spec);
    expect(decision.privateRoles).toEqual(['count', 'children']);
    expect(decision.budgetDollars).toBe(1e6);
    const command = commandLineOf(spec);
    for (const words of ['--grant targeted,basic', '--clause cents=off', '--private children', '--budget 1000000']) {
      expect(command).toContain(words);
    }
  });

  it('has a budget of its own, so that a limit in dollars needs no other', () => {
    const spec = completeSpec({ ...title1, grant: ['basic'], failOn: ['dollars>1'] });
    expect(decisionOf(spec).budgetDollars).toBe(6_459_401_000);
  });
});

describe('a rule file', () => {
  it('is YAML or JSON, and is known by its digest', () => {
    const { content, file } = readStatuteFile('r.yaml', bytes('version: 2016\nrate: 0.0131\n'));
    expect(content).toEqual({ version: 2016, rate: 0.0131 });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(readStatuteFile('r.json', bytes('{"rate": 1}')).content).toEqual({ rate: 1 });
  });

  it('that cannot be read is named with the line', () => {
    expect(messageOf(() => readStatuteFile('r.yaml', bytes('a: 1\nb: [1\n')))).toMatch(
      /^r\.yaml:[23]:\d+: not YAML or JSON/,
    );
    expect(messageOf(() => readStatuteFile('r.yaml', bytes('- 1\n')))).toMatch(/^r\.yaml: not a rule file/);
  });
});

describe('a rule file of language assistance', () => {
  const spec = (changes: Parameters<typeof completeSpec>[0] extends infer S ? Partial<S> : never) => ({
    ...minimal,
    decision: 'language' as const,
    ...changes,
  });
  const file = `decision: language
name: six-percent
title: A rule of our own
version: '1'
source: made up
clauses:
  six-percent:
    levels: [subdivision]
    rule: lep > 0.06 * citizens
    source: made up
`;

  it('is made into the decision, and the command says it again', () => {
    const complete = completeSpec(spec({ statute: 'own.yaml', clause: {} }), bytes(file));
    expect(decisionOf(complete, bytes(file)).parameters.statute).toMatchObject({ name: 'six-percent' });
    expect(commandLineOf(complete)).toContain('--statute own.yaml');
  });

  it('is what the page on the method shows', () => {
    const page = readFileSync(new URL('../../../../docs/methods/language.md', import.meta.url), 'utf8');
    const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const complete = completeSpec(spec({ statute: 'own.yaml' }), bytes(yaml));
    expect(decisionOf(complete, bytes(yaml)).events?.map(({ name }) => name)).toEqual([
      'six-percent',
      'reservation',
      'illiteracy',
    ]);
  });

  it('that is at fault is named with file and key', () => {
    const broken = file
      .replace('lep > 0.06 * citizens', 'lep > 0.06 * population')
      .replace('[subdivision]', '[county]');
    expect(messageOf(() => completeSpec(spec({ statute: 'own.yaml' }), bytes(broken))).split('\n')).toEqual([
      'own.yaml: rule file, key clauses.six-percent.levels: ["county"] (allowed: one or more of state, subdivision, area)',
      'own.yaml: rule file, key clauses.six-percent.rule: population (allowed: the counts citizens, lep, illiterate)',
    ]);
  });

  it('of another name than the built-in ones is refused', () => {
    expect(messageOf(() => completeSpec(spec({ statute: 'section203-2021' })))).toContain(
      'no built-in rule file of this name: section203-2021 (allowed: section203-2016, section203-paper',
    );
  });
});
