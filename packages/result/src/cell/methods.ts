export const methods = ['exact', 'series', 'montecarlo'] as const;
/** How a cell was computed: closed form or quadrature, asymptotic expansion with an error estimate, or simulation. */
export type Method = (typeof methods)[number];
