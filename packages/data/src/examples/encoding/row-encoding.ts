import type { Encoding } from '@dpfair/result';

/**
 * How rows become examples whether their labels are known or not: without labels the column of the label is null, and all targets are NaN. Every
 * `Encoding` is one; what a training leaves behind always has its label.
 */
export type RowEncoding = Omit<Encoding, 'label'> & {
  readonly label: Omit<Encoding['label'], 'column'> & { readonly column: string | null };
};
