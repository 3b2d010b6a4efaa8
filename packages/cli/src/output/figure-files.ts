import { join } from 'node:path';
import type { Result } from '@dpfair/result';
import type { OutputTargets } from '../options/output-options.js';
import type { OutputFile } from './write-files.js';

/** The figures of a result as files: `ID.svg` in the SVG folder, `ID.vl.json` in the Vega-Lite folder. */
export async function figureFiles(result: Result, { svg, vega }: OutputTargets): Promise<readonly OutputFile[]> {
  if (svg === undefined && vega === undefined) return [];
  const { renderFigures } = await import('@dpfair/report');
  const figures = await renderFigures(result);
  return figures.flatMap((figure) => [
    ...(svg === undefined ? [] : [{ path: join(svg, `${figure.id}.svg`), content: figure.svg }]),
    ...(vega === undefined
      ? []
      : [{ path: join(vega, `${figure.id}.vl.json`), content: `${JSON.stringify(figure.spec, null, 1)}\n` }]),
  ]);
}
