import type { Cell } from '@dpfair/result';
import { loadOutlines } from '../outlines/load-outlines.js';
import type { MapLevel } from '../outlines/map-level.js';
import type { Outlines } from '../outlines/outlines.js';
import { countyCode } from './county-code.js';
import { stateCode } from './us-states.js';

/** Where the entities or the groups of a cell are on a map. */
export interface Places {
  readonly level: MapLevel;
  readonly of: 'entities' | 'groups';
  readonly outlines: Outlines;
  /** Code of each entity or group that is on the map, and its position in the result. */
  readonly found: readonly { readonly code: string; readonly index: number }[];
  /** What is not on the map: ids or labels that are no place, and places outside the states. */
  readonly missing: readonly string[];
}

/** Fewer places than this make no map. */
const FEWEST = 5;
/** A smaller part than this on the map means that the ids are something else, row numbers say. */
const PART = { counties: 0.8, states: 0.95 } as const;

/**
 * Finds the map of a cell: of counties where ids are their FIPS codes, of states where ids or else groups are FIPS codes, postal codes
 * or names of states; null where most are none of these. Territories are places, but not on the map.
 */
export async function findPlaces({ entities, groups }: Cell): Promise<Places | null> {
  const labels = groups.map(({ group }) => group);
  return (
    (await placesOf('counties', 'entities', entities.id, countyCode)) ??
    (await placesOf('states', 'entities', entities.id, stateCode)) ??
    (await placesOf('states', 'groups', labels, stateCode))
  );
}

async function placesOf(
  level: MapLevel,
  of: Places['of'],
  texts: readonly string[],
  codeOf: (text: string) => string | null,
): Promise<Places | null> {
  const codes = texts.map(codeOf);
  const enough = (count: number) => count >= Math.max(FEWEST, PART[level] * texts.length);
  if (!enough(codes.filter((code) => code !== null).length)) return null;
  const outlines = await loadOutlines(level);
  const known = new Set(outlines.shapes.map(([code]) => code));
  const territory = (code: string) => code >= '60' && stateCode(code.slice(0, 2)) !== null;
  if (!enough(codes.filter((code) => code !== null && (known.has(code) || territory(code))).length)) return null;
  const found = codes.flatMap((code, index) => (code !== null && known.has(code) ? [{ code, index }] : []));
  // Two entities in one place would hide one another.
  if (found.length === 0 || new Set(found.map(({ code }) => code)).size < found.length) return null;
  return { level, of, outlines, found, missing: texts.filter((_, index) => !known.has(codes[index] ?? '')) };
}
