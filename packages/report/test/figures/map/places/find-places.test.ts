import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../../../src/figures/map/places/find-places.js';
import { stateCode, stateName } from '../../../../src/figures/map/places/us-states.js';
import { buildCell, laplace } from '../../../fixtures/build-cell.js';

const cellOf = (id: readonly string[], group?: readonly string[]) =>
  buildCell({
    mechanism: laplace(1),
    post: 'clip',
    decision: 'identity',
    method: 'exact',
    id,
    name: id,
    count: id.map(() => 10),
    truth: id.map(() => 10),
    bias: id.map((_, k) => k - 1),
    budgetDollars: null,
    ...(group === undefined ? {} : { group }),
  });

describe('what is on the map', () => {
  it('a state is known by its code, with or without its zero, its postal code and its name', () => {
    expect(['06', '6', 'CA', 'ca', ' California '].map(stateCode)).toEqual(['06', '06', '06', '06', '06']);
    expect(['03', '3', '57', 'XX', '', 'State 06'].map(stateCode)).toEqual([null, null, null, null, null, null]);
    expect(stateName('11')).toBe('District of Columbia');
  });

  it('counties by their FIPS codes, those whose leading zero was lost and those with an older code too', async () => {
    const places = await findPlaces(cellOf(['1001', '01003', '15005', '46113', '2270', '48301']));
    expect(places).toMatchObject({ level: 'counties', of: 'entities', missing: [] });
    expect(places?.found.map(({ code }) => code)).toEqual(['01001', '01003', '15005', '46102', '02158', '48301']);
  });

  it('ids that are no county are listed as they are, and do not stand in the way of the others', async () => {
    const places = await findPlaces(cellOf(['01001', '01003', '01005', '01007', '01999', '72001']));
    expect(places?.missing).toEqual(['01999', '72001']);
    expect(places?.found.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  it('states by id, else by group: the districts of a state are shown together', async () => {
    expect(await findPlaces(cellOf(['AL', 'AK', 'AZ', 'AR', 'CA', 'PR']))).toMatchObject({
      level: 'states',
      of: 'entities',
      missing: ['PR'],
    });
    const ids = Array.from({ length: 12 }, (_, k) => String(3_600_000 + k));
    const groups = ids.map((_, k) => ['NY', 'NJ', 'CT', 'PA', 'VT', 'MA'][k % 6] as string);
    expect(await findPlaces(cellOf(ids, groups))).toMatchObject({ level: 'states', of: 'groups' });
  });

  it.each<[string, readonly string[]]>([
    ['row numbers', Array.from({ length: 50 }, (_, k) => String(k + 1))],
    ['many row numbers', Array.from({ length: 3000 }, (_, k) => String(k + 1))],
    ['names of other things', ['a', 'b', 'c', 'd', 'e']],
    ['too few places', ['AL', 'AK', 'AZ', 'AR']],
    ['two of one place', ['AL', 'Alabama', 'AK', 'AZ', 'AR', 'CA']],
    ['nothing', []],
  ])('%s make no map', async (_, ids) => {
    expect(await findPlaces(cellOf(ids))).toBeNull();
  });
});
