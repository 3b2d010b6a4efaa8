// The JSON files of us-atlas, of which TypeScript would otherwise infer a type of a megabyte.
declare module 'us-atlas/counties-albers-10m.json' {
  const atlas: import('./simplify-outlines.js').Atlas;
  export default atlas;
}
declare module 'us-atlas/states-albers-10m.json' {
  const atlas: import('./simplify-outlines.js').Atlas;
  export default atlas;
}
