import type { Piece } from './classifier/piece.js';

/** A substitute as plain data, from which a worker thread or a reader of a result builds it again. */
export type SubstituteSpec =
  | {
      readonly name: 'redundant-release' /** Spread of the noise of the normaliser. */;
      readonly normaliserSpread: number;
    }
  | { readonly name: 'linear-proxy'; readonly normaliser: number }
  | { readonly name: 'output-perturbation' /** Noise of a share over noise of a count. */; readonly perCount: number }
  | { readonly name: 'no-penalty'; readonly slack: number; readonly deduction: number }
  | {
      readonly name: 'hold-harmless';
      /** Null: by the clause of the statute itself. */
      readonly fraction: number | null;
    }
  | {
      readonly name: 'margin' /** In standard deviations of the noise of one count. */;
      readonly deviations: number;
      readonly deviation: number;
    }
  | { readonly name: 'margin-units' /** In the unit of the comparison. */; readonly units: number }
  | { readonly name: 'logistic' | 'svm'; readonly by: string; readonly pieces: readonly Piece[] };

export type SubstituteName = SubstituteSpec['name'];
