/** How a post-processing or a mitigation is called: in a label, in a sentence, and what it does. */
export interface Wording {
  readonly label: string;
  readonly phrase: string;
  readonly meaning: string;
}
