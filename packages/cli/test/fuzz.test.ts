import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCondition } from '../src/audit/condition.js';
import { parseCommandLine } from '../src/command-line/parse-command-line.js';
import { readOptions } from '../src/options/reading/read-options.js';
import { auditOptions } from '../src/spec/audit-options.js';
import { completeSpec } from '../src/spec/complete-spec.js';
import { readSpecFile } from '../src/spec/files/read-spec-file.js';
import { joinKeyOf } from '../src/spec/join-key.js';

/** Runs it; a DpfairError is a proper answer, anything else thrown is not. */
function answers(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(DpfairError);
  }
}

const key = fc.oneof(fc.constantFrom(...Object.keys(auditOptions)), fc.string());
const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.anything()), fc.object());

it('any text as a spec is read or refused', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => answers(() => readSpecFile(text, 'f'))));
});

it('any JSON as a spec is read and completed, or refused', () => {
  const specs = fc.dictionary(key, fc.oneof(fc.jsonValue(), value));
  fc.assert(
    fc.property(specs, (spec) => answers(() => completeSpec(readSpecFile(JSON.stringify(spec) ?? '', 'f').spec))),
  );
});

it('any YAML of option names is read and completed, or refused', () => {
  const lines = fc.array(fc.tuple(key, fc.string()).map(([name, text]) => `${name}: ${text}`));
  fc.assert(fc.property(lines, (text) => answers(() => completeSpec(readSpecFile(text.join('\n'), 'f').spec))));
});

it('any value of any option is read or refused, never thrown at', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(auditOptions)), fc.anything(), (name, raw) => {
      const { values, faults } = readOptions(auditOptions, { [name]: raw }, (what) => ({ what }));
      expect(Object.keys(values).length + faults.length).toBe(raw === undefined || raw === null ? 0 : 1);
    }),
  );
});

it('any condition and any join key is read or refused', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      answers(() => parseCondition(text));
      answers(() => joinKeyOf(text));
    }),
  );
});

it('any command line is a command, a text or a complaint', async () => {
  const word = fc.oneof(
    fc.constantFrom('audit', 'data', 'make', 'report', '--epsilon', '--map', '--', '-'),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
      const request = await parseCommandLine(words, '0', 80);
      expect(['command', 'text', 'refused']).toContain(request.kind);
      if (request.kind !== 'command')
        expect(`${'text' in request ? request.text : request.message}`.trim()).not.toBe('');
    }),
    { numRuns: 60 },
  );
});
