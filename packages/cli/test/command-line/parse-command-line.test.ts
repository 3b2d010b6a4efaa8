import { describe, expect, it } from 'vitest';
import { commands } from '../../src/command-line/commands.js';
import { parseCommandLine } from '../../src/command-line/parse-command-line.js';
import { listOutputOptions, makeOptions, makeOutputOptions } from '../../src/options/data-options.js';
import {
  outputOptions,
  outputOptionsWith,
  smoothingRows,
  stabilityRows,
  trainingRows,
} from '../../src/options/output-options.js';
import { kebabCase, type OptionTable } from '../../src/options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../../src/options/run-options.js';
import { logOptions } from '../../src/options/train/log-options.js';
import { modelOutputOptions } from '../../src/options/train/model-output-options.js';
import { auditOptionGroups } from '../../src/spec/audit-options.js';
import { mitigateOptionGroups } from '../../src/spec/mitigate/mitigate-options.js';
import { pairOptionGroups, smoothOptionGroups } from '../../src/spec/smooth/smooth-options.js';
import { stableOptionGroups } from '../../src/spec/stable/stable-options.js';
import { trainOptionGroups } from '../../src/spec/train/train-options.js';

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean), '1.2.3', 100);
const flat = (text: string) => text.replace(/\s+/g, ' ');

const tables: Record<string, readonly OptionTable[]> = {
  audit: [...Object.values(auditOptionGroups), outputOptions, runOptions, specOptions, checkpointOptions, talkOptions],
  mitigate: [
    ...Object.values(mitigateOptionGroups),
    outputOptions,
    runOptions,
    specOptions,
    checkpointOptions,
    talkOptions,
  ],
  train: [
    ...Object.values(trainOptionGroups),
    outputOptionsWith(trainingRows),
    modelOutputOptions,
    runOptions,
    specOptions,
    checkpointOptions,
    talkOptions,
  ],
  'train audit': [logOptions, outputOptionsWith(trainingRows), talkOptions],
  smooth: [
    ...Object.values(smoothOptionGroups),
    outputOptionsWith(smoothingRows),
    specOptions,
    runOptions,
    checkpointOptions,
    talkOptions,
  ],
  'smooth audit': [
    ...Object.values(pairOptionGroups),
    outputOptionsWith(smoothingRows),
    specOptions,
    runOptions,
    checkpointOptions,
    talkOptions,
  ],
  stable: [
    ...Object.values(stableOptionGroups),
    outputOptionsWith(stabilityRows),
    runOptions,
    specOptions,
    checkpointOptions,
    talkOptions,
  ],
  report: [outputOptionsWith('one row per entity and cell (of a training: per group and step)'), talkOptions],
  'data list': [listOutputOptions],
  'data make': [makeOptions, makeOutputOptions, talkOptions],
};

describe('help', () => {
  it('is tested for every command', () => {
    expect(Object.keys(tables)).toEqual(Object.keys(commands));
  });

  it.each(Object.entries(tables))('of %s lists every option with its description and default', async (name, groups) => {
    const request = await parse(`${name} --help`);
    const help = request.kind === 'text' ? flat(request.text) : '';
    for (const [option, { describe, default: shown }] of groups.flatMap((table) => Object.entries(table))) {
      expect(help).toContain(`--${kebabCase(option)} ${describe}`);
      if (shown !== undefined) expect(help).toContain(`[default: ${shown}]`);
    }
    expect(help).toContain('Examples: npx dpfair');
  });

  it('of the tool names every command and the exit codes', async () => {
    const request = await parse('--help');
    const help = request.kind === 'text' ? flat(request.text) : '';
    for (const word of ['dpfair audit', 'dpfair report', 'dpfair data', 'Exit codes:', '130 interrupted']) {
      expect(help).toContain(word);
    }
  });

  it('the version is printed alone', async () => {
    expect(await parse('--version')).toEqual({ kind: 'text', text: '1.2.3\n' });
  });
});

describe('the word audit after train and smooth', () => {
  it.each([
    ['train audit a.jsonl b.jsonl', 'train audit', { log: ['a.jsonl', 'b.jsonl'] }],
    ['train audit - a.jsonl', 'train audit', { log: ['-', 'a.jsonl'] }],
    ['train ./audit --label y', 'train', { data: './audit', label: 'y' }],
    ['train --label y audit', 'train', { data: 'audit', label: 'y' }],
    ['smooth audit a.csv --model m.json', 'smooth audit', { data: 'a.csv', model: 'm.json' }],
    ['smooth ./audit --model m.json', 'smooth', { data: './audit', model: 'm.json' }],
  ])('%s is %s', async (line, name, given) => {
    expect(await parse(line)).toMatchObject({ kind: 'command', command: commands[name], given });
  });
});

describe('what is wrong with a command line is said, with what may have been meant', () => {
  it.each([
    ['', 'a command is missing: audit, mitigate, train, smooth, stable, report or data (see dpfair --help)'],
    ['audti', 'did you mean audit?'],
    ['audit a.csv --target alpha<1', 'unknown option: --target (that is dpfair mitigate)'],
    ['audit a.csv --target=alpha<1', 'unknown option: --target=alpha<1 (that is dpfair mitigate)'],
    ['audit a.csv --epsilonn 1', 'unknown option: --epsilonn (did you mean --epsilon?)'],
    ['audit a.csv --epsilonn=1', 'unknown option: --epsilonn=1 (did you mean --epsilon?)'],
    ['audit a.csv -epsilon 1', 'unknown option: -epsilon (did you mean --epsilon?)'],
    ['audit a.csv --zzzzzzzz 1', 'unknown option: --zzzzzzzz'],
    ['audit a.csv --png out', 'unknown option: --png'],
    ['audit a.csv b.csv', 'unexpected argument: b.csv'],
    ['audit a.csv --epsilon', '--epsilon needs a value'],
    ['report', 'an argument is missing (see --help)'],
    ['data', 'a command is missing: dpfair data list or dpfair data make'],
    ['data make', 'an argument is missing (see --help)'],
    ['data list --epsilon 1', 'unknown option: --epsilon (that is dpfair audit)'],
  ])('dpfair %s', async (line, message) => {
    const request = await parse(line);
    expect(request.kind === 'refused' ? request.message : request).toBe(message);
  });
});

describe('a command line that is right', () => {
  it('keeps values as they were typed', async () => {
    const request = await parse('audit 007 --seed 12345678901234567890 --map count=poor --map id=a=b --epsilon 0.10');
    expect(request).toMatchObject({
      kind: 'command',
      given: { data: '007', seed: '12345678901234567890', map: ['count=poor', 'id=a=b'], epsilon: '0.10' },
    });
  });

  it('takes a dash for stdin', async () => {
    expect(await parse('report -')).toMatchObject({ kind: 'command', given: { result: '-' } });
  });

  it('lets a repeatable option stand before the data file', async () => {
    const request = await parse('audit --where state=HI a.csv');
    expect(request).toMatchObject({ kind: 'command', given: { data: 'a.csv', where: ['state=HI'] } });
  });
});
