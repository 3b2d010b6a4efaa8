import type { Cell } from '@dpfair/result';
import { cleanText, cutName } from '../format/index.js';
import type { EntityView } from '../measure/index.js';

/** The name of an entity for a sentence, with its id where another entity has the same name. */
export function entityLabel(cell: Cell, view: EntityView): string {
  const name = cutName(view.name, 60);
  const twin = cell.entities.name.some((other, index) => index !== view.index && other === view.name);
  return twin ? `${name} (${cleanText(view.id)})` : name;
}
