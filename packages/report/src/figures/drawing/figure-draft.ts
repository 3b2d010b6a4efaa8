import type { TextTable } from '../../figure.js';
import type { Drawing, Layout } from './panel-grid.js';

/** A figure before it is drawn. */
export interface FigureDraft {
  readonly id: string;
  readonly title: string;
  readonly explanation: string;
  readonly altText: string;
  readonly draw: (layout: Layout) => Drawing;
  readonly table: TextTable;
}
