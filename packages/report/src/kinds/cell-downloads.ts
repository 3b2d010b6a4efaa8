import type { AuditResult } from '@dpfair/result';
import { formatWhole } from '../format/index.js';
import { entitySheet } from '../tables/entity-sheet.js';
import { unitView } from '../units/index.js';
import type { Downloads } from './result-view.js';

/** Up to this many entities the whole result is inside the page. */
const MOST_INLINED = 2000;

/** A sheet of the entities, as long as they are not too many. */
export function cellDownloads(result: AuditResult): Downloads {
  const entities = Math.max(0, ...result.cells.map((cell) => cell.entities.id.length));
  const { file, link, tooLarge } = unitView(result).download;
  if (entities > MOST_INLINED) return { tooLarge: tooLarge(formatWhole(entities)) };
  return { file, link, sheet: entitySheet(result) };
}
