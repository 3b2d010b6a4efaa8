import type { Cell } from '@dpfair/result';
import { cleanText, cutName } from '../format/index.js';
import type { EntityView } from '../measure/index.js';

/** Characters of a name that a sentence has room for. */
const SENTENCE = 200;
/** And the title of a picture. */
export const TITLE = 60;

/**
 * The name of an entity for a sentence, with its id where another entity has the same name.
 *
 * @param longest characters of the name that are kept.
 */
export function entityLabel(cell: Cell, view: EntityView, longest = SENTENCE): string {
  const name = cutName(view.name, longest);
  const twin = cell.entities.name.some((other, index) => index !== view.index && other === view.name);
  return twin ? `${name} (${cleanText(view.id)})` : name;
}
