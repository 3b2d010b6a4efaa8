/** One way to do something, by its price and by what is wrong with it. */
export interface FrontierMark {
  readonly label: string;
  /** What is paid, in the unit of the horizontal axis. */
  readonly price: number;
  /** What it leaves wrong, in the unit of the vertical axis. */
  readonly harm: number;
  readonly lower: number;
  readonly upper: number;
  /** No other costs as little and leaves as little wrong. */
  readonly efficient: boolean;
  /** Whether the line of the efficient ones goes through it. */
  readonly joined: boolean;
  readonly shape: string;
  /** Whether it stands apart, such as what is not private. */
  readonly warned: boolean;
}
