import { expect, it } from 'vitest';
import { bin, node } from '../run-dpfair.js';

const preload = new URL('refuse-packages.mjs', import.meta.url).href;
const alone = (...words: readonly string[]) => node('--import', preload, bin, ...words);

it('options are read without loading a package that does the work', async () => {
  expect(await alone('stable', '-h')).toMatchObject({ code: 0, err: '' });
  expect(await alone('train', 'a.csv', '--epsilon')).toMatchObject({
    code: 2,
    err: 'dpfair: --epsilon needs a value\n',
  });
});

it('such a package is loaded when there is work for it', async () => {
  expect((await alone('data', 'list')).err).toContain('is loaded');
});
