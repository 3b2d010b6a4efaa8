/** How a number is written, unit included. */
export interface NumberWriter {
  (value: number | null): string;
  /** The same for the numbers of one interval, whose digits are to match. @default each as if it stood alone */
  readonly together?: (estimate: number | null, lower: number, upper: number) => (value: number | null) => string;
}
