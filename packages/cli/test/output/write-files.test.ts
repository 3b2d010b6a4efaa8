import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DpfairError } from '@dpfair/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireWritable, writeFilesWhole } from '../../src/output/write-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dpfair-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

describe('files are written whole or not at all', () => {
  it('all of them, over what was there, and nothing else is left', () => {
    writeFileSync(at('a'), 'old');
    writeFilesWhole([
      { path: at('a'), content: 'new' },
      { path: at('b'), content: 'é' },
    ]);
    expect([readFileSync(at('a'), 'utf8'), readFileSync(at('b'), 'utf8')]).toEqual(['new', 'é']);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  });

  it('when one cannot be, the others keep what they held and no temporary file is left', () => {
    writeFileSync(at('a'), 'old');
    const files = [
      { path: at('a'), content: 'new' },
      { path: join(at('missing'), 'b'), content: 'b' },
    ];
    expect(() => writeFilesWhole(files, [at('figures')])).toThrow(DpfairError);
    expect(readFileSync(at('a'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('folders are made, and files go into them', () => {
    writeFilesWhole([{ path: join(at('figures'), 'x.svg'), content: '<svg/>' }], [at('figures')]);
    expect(readdirSync(at('figures'))).toEqual(['x.svg']);
  });

  it('a link stays a link: what it points to is written', () => {
    writeFileSync(at('target'), 'old');
    symlinkSync(at('target'), at('link'));
    writeFilesWhole([{ path: at('link'), content: 'new' }]);
    expect(readFileSync(at('target'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link', 'target']);
  });

  it.each([
    ['that is not there yet', 'target'],
    ['in another folder, by a path from the link', 'sub/target'],
  ])('a link to a file %s stays a link: the file is made', (_name, target) => {
    mkdirSync(at('sub'));
    symlinkSync(target, at('link'));
    symlinkSync('link', at('link-to-link'));
    writeFilesWhole([{ path: at('link-to-link'), content: 'new' }]);
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
    expect(lstatSync(at('link-to-link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at(target), 'utf8')).toBe('new');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('a link is followed from where it really lies, not from the path that led to it', () => {
    mkdirSync(at('deep/er'), { recursive: true });
    symlinkSync('deep/er', at('short'));
    symlinkSync('../target', at('deep/er/link'));
    writeFilesWhole([{ path: join(at('short'), 'link'), content: 'new' }]);
    expect(readFileSync(at('deep/target'), 'utf8')).toBe('new');
  });

  it.each([0o600, 0o664, 0o640, 0o755, 0o400])('a file that is replaced keeps its mode %o', (mode) => {
    const umask = process.umask();
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), mode);
    symlinkSync('a', at('link'));
    for (const path of [at('a'), at('link')]) {
      writeFilesWhole([{ path, content: 'new' }]);
      expect(statSync(at('a')).mode & 0o777).toBe(mode);
    }
    writeFilesWhole([{ path: at('fresh'), content: 'new' }]);
    expect(statSync(at('fresh')).mode & 0o777).toBe(0o666 & ~umask);
  });

  it('a device is written to, not replaced', () => {
    writeFilesWhole([{ path: '/dev/null', content: 'x' }]);
    expect(existsSync('/dev/null')).toBe(true);
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });
});

describe('before any work, an output is refused', () => {
  it.each([
    ['into a folder that is not there', () => requireWritable([join(at('missing'), 'a')], [], [])],
    ['in the place of a folder', () => requireWritable([folder], [], [])],
    ['below a file', () => requireWritable([join(at('file'), 'a')], [], [])],
    ['into a file as if it were a folder', () => requireWritable([], [at('file')], [])],
    ['over an input', () => requireWritable([join(folder, '.', 'file')], [], [at('file')])],
    ['below a link that leads nowhere', () => requireWritable([at('astray')], [], [])],
    ['through links in a circle', () => requireWritable([at('circle')], [], [])],
    ['twice into one file, once through a link', () => requireWritable([at('link'), at('target')], [], [])],
    ['twice into one file', () => requireWritable([at('a'), join(folder, 'x', '..', 'a')], [], [])],
  ])('%s', (_name, check) => {
    writeFileSync(at('file'), 'kept');
    symlinkSync('missing/target', at('astray'));
    symlinkSync('circle', at('circle'));
    symlinkSync('target', at('link'));
    expect(check).toThrow(DpfairError);
    expect(readFileSync(at('file'), 'utf8')).toBe('kept');
  });

  it('but not over an older output, into a new folder, or twice to a device', () => {
    writeFileSync(at('old'), '');
    mkdirSync(at('figures'));
    requireWritable([at('old'), at('new')], [at('figures'), at('more')], [at('data.csv')]);
    requireWritable(['/dev/null', '/dev/null'], [], []);
    expect(readdirSync(folder).sort()).toEqual(['figures', 'old']);
  });
});
