/** How features are made of columns. */
export interface FitOptions {
  readonly missingTexts: readonly string[];
  readonly standardise: boolean;
  readonly scales: Readonly<Record<string, readonly [number, number]>>;
  readonly mostLevels: number;
}
