/** One entity: its place and the ends of its interval, which are its bias where none is drawn. */
export interface Point {
  readonly truth: number;
  readonly bias: number;
  readonly low: number;
  readonly high: number;
}
