import type { Result } from '@dpfair/result';
import type { Figure, TextTable } from '../figure.js';
import type { FigureDraft } from '../figures/drawing/figure-draft.js';
import type { Html } from '../html/html.js';

/** What is said and shown of one kind of result: one record for each kind. Everything else asks the record, and never the kind. */
export interface ResultView<Kind extends Result> {
  /** The title of the page, of the name of the file. @default who bears the error of privacy */
  readonly title?: (file: string) => string;
  /** What the terminal shows before everything else. @default nothing */
  readonly first?: (result: Kind) => readonly TextTable[];
  /** The finding in a few plain sentences. */
  readonly verdict: (result: Kind) => string;
  /** The same, where it is long, as paragraphs. @default one */
  readonly paragraphs?: (result: Kind) => readonly string[];
  /** What stands under the verdict on the page; null for nothing. */
  readonly underVerdict: (result: Kind) => Html | null;
  /** The run as a table of text. */
  readonly summary: (result: Kind) => TextTable;
  /** What the terminal shows after the table and the verdict: tables and sentences, in order. */
  readonly more: (result: Kind) => readonly (TextTable | string)[];
  /** What a dagger in its tables means: a terminal says it under tables with one. @default there are none */
  readonly dagger?: () => string;
  /** Figures in the order of the page; null where the result has nothing for one. */
  readonly figures: (result: Kind) => readonly (FigureDraft | null | Promise<FigureDraft | null>)[];
  /** The sections of the page between the verdict and how to repeat the run. */
  readonly sections: (result: Kind, figures: readonly Figure[]) => readonly (Html | null)[];
  /** Every number of the result as CSV. */
  readonly csv: (result: Kind) => string;
  /** What of the result is inside the page to be downloaded. */
  readonly downloads: (result: Kind) => Downloads;
}

/** A sheet for spreadsheets beside the full result, or what to say where both are too large for the page. */
export type Downloads =
  | { readonly file: string; readonly link: string; readonly sheet: string }
  | { readonly tooLarge: string };
