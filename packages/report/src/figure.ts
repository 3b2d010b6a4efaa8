/** A table of text: what a figure shows, or the summary of a run. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One figure of a report. */
export interface Figure {
  /** Kebab-case, unique within a report: a file name for `--svg` and `--vega`. */
  readonly id: string;
  /** States the finding, worded from the numbers. Plain text. */
  readonly title: string;
  /** One sentence: how to read the figure. Plain text. */
  readonly explanation: string;
  /** What the figure shows, for readers who do not see it. Plain text. */
  readonly altText: string;
  /** The Vega-Lite specification, data inlined. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** The drawing in light colours; stands alone. */
  readonly svg: string;
  /** The same for narrow screens: panels under one another. */
  readonly svgNarrow: string;
  readonly table: TextTable;
}
