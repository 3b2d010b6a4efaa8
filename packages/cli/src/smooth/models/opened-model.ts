import type { Answerer, Labeller } from '@dpfair/individual';

/** A model that can be asked. */
export interface OpenedModel {
  /** The class that it names. */
  readonly label: Labeller;
  /** Its probabilities of all classes; null where it has none. */
  readonly answer: Answerer | null;
  /** Frees what it holds. */
  close(): Promise<void>;
}
