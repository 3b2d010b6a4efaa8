import { lineAt } from './line-at.mjs';

/** @typedef {{ specifier: string, line: number }} Import */

/**
 * Every module named by `import`, `export ... from`, `import type`, `import()` or `require()`.
 *
 * @param {{ code: string, literals: import('./mask-source.mjs').Literal[] }} masked
 * @returns {Import[]}
 */
export function findImports({ code, literals }) {
  return literals
    .filter(({ start }) =>
      /(?:\bfrom|\bimport|\b(?:import|require)\s*\(|\brequire\.resolve\s*\()\s*$/.test(
        code.slice(Math.max(0, start - 80), start),
      ),
    )
    .map(({ start, value }) => ({ specifier: value, line: lineAt(code, start) }));
}
