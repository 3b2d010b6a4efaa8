import type { AxisScale } from '../../axis/index.js';

/** The two axes of a panel, as Vega-Lite channels and as scales to place labels with. */
export interface Channels {
  readonly x: Record<string, unknown>;
  readonly y: Record<string, unknown>;
  readonly xScale: AxisScale;
  readonly yScale: AxisScale;
}
