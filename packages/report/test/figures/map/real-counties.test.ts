import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../src/figures/map/places/find-places.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../../../shared/data', import.meta.url));
const file = `${folder}/county/county_2010.csv`;
const there = existsSync(file);
if (!there) console.warn('SKIPPED: real counties are not beside the checkout');

describe.skipIf(!there)('the counties of 2010', () => {
  it('are all on the map but Bedford city in Virginia, which has been a town since 2013', async () => {
    const ids = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, line.indexOf(',')));
    expect(ids.length).toBe(3143);
    const zeros = ids.map(() => 0);
    const places = await findPlaces(
      buildCell({
        mechanism: laplace(1),
        post: 'none',
        decision: 'identity',
        method: 'exact',
        id: ids,
        name: ids,
        count: zeros,
        truth: zeros,
        bias: zeros,
        budgetDollars: null,
      }),
    );
    expect(places).toMatchObject({ level: 'counties', missing: ['51515'] });
  });
});
