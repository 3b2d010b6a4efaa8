import { type StabilityCell, type StabilityResult, type StableFit, stableEndings } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { labelOf, orderedCells } from '../variants.js';

/** A constraint that is broken by less than this is met but for rounding. */
const MET = 1e-9;

/** Cells with fits that did not converge, or that there was nothing to fit to: how many, how far the solver came, and why. No rows where all converged. */
export function convergenceTable(result: StabilityResult): TextTable {
  const rows = orderedCells(result).flatMap((cell) => {
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
    reasonOf(failed),
    formatPlain(cell.lambda),
    say.ofAll(formatWhole(failed.length), formatWhole(cell.fits.length)),
    formatWhole(Math.max(...failed.map(({ iterations }) => iterations))),
    gradient === null ? say.noGradient() : formatNumber(gradient),
  ];
}

/** Why fits ended as they did, each reason once with how often where there are several; and by how much a constraint is broken. */
function reasonOf(failed: readonly StableFit[]): string {
  const endings = [...new Set(failed.map(({ ending }) => ending))];
  const reasons = endings.map((ending) => {
    const words = stableEndings[ending] ?? ending;
    const count = failed.filter((fit) => fit.ending === ending).length;
    return endings.length === 1 ? words : say.times(formatWhole(count), words);
  });
  const slack = Math.min(...failed.map(({ constraintSlack }) => constraintSlack ?? 0));
  return [...reasons, ...(slack < -MET ? [say.broken(formatNumber(-slack))] : [])].join('; ');
}
