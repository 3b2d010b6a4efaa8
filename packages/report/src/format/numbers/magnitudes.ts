/** Words for large numbers (short scale), largest first. */
export const magnitudes: readonly { readonly name: string; readonly factor: number }[] = [
  { name: 'trillion', factor: 1e12 },
  { name: 'billion', factor: 1e9 },
  { name: 'million', factor: 1e6 },
];
