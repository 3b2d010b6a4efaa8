import type { StabilityCell, StabilityResult, StableFit } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { labelOf } from '../variants.js';

/** Cells with fits that did not converge: how many, how far the solver came, and why. No rows where all converged. */
export function convergenceTable(result: StabilityResult): TextTable {
  const rows = result.cells.flatMap((cell) => {
    const failed = cell.fits.filter(({ converged }) => !converged);
    return failed.length === 0 ? [] : [rowOf(result, cell, failed)];
  });
  const columns = [
    say.column(),
    say.algorithm(),
    say.why(),
    say.lambda(),
    say.failed(),
    say.iterations(),
    say.gradient(),
  ];
  return { columns, rows };
}

function rowOf(result: StabilityResult, cell: StabilityCell, failed: readonly StableFit[]): readonly string[] {
  const gradients = failed.flatMap(({ gradientNorm }) => gradientNorm ?? []);
  const gradient = gradients.length === 0 ? null : Math.max(...gradients);
  return [
    cleanText(cell.group),
    labelOf(result, cell),
    reasonOf(failed, gradient),
    formatPlain(cell.lambda),
    say.ofAll(formatWhole(failed.length), formatWhole(cell.fits.length)),
    formatWhole(Math.max(...failed.map(({ iterations }) => iterations))),
    formatNumber(gradient),
  ];
}

/** Why fits did not converge, as far as their numbers say: a broken constraint, or a gradient that was left. */
function reasonOf(failed: readonly StableFit[], gradient: number | null): string {
  const slack = Math.min(...failed.map(({ constraintSlack }) => constraintSlack ?? 0));
  const reasons = [
    ...(slack < 0 ? [say.broken(formatNumber(-slack))] : []),
    ...(gradient !== null && gradient > 0 ? [say.steep(formatNumber(gradient))] : []),
  ];
  return reasons.length === 0 ? say.notKnown() : reasons.join('; ');
}
