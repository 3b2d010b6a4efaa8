import type { Mechanism } from '@dpfair/result';
import { formatDistinct, formatEpsilon, formatOdds, formatPlain, MISSING } from '../format/index.js';
import { noiseNames } from './noise-names.js';

/** The noise as its size: 'Laplace noise of scale 10', 'Gaussian noise of standard deviation 25'. */
function noiseWords({ kind }: Mechanism, size: string): string {
  const { label, size: name } = noiseNames[kind];
  return `${label} noise of ${name} ${size}`;
}

/** The parameter of the noise: the scale of Laplace noise, the standard deviation of Gaussian noise. */
function noiseSize(mechanism: Mechanism): number | null {
  return mechanism[noiseNames[mechanism.kind].parameter];
}

/** The shortest labels: epsilon, or the noise where epsilon is not defined; the kind where it is to be named. */
function shortLabels(mechanisms: readonly Mechanism[], named: boolean): string[] {
  const epsilons = formatDistinct(
    mechanisms.map((mechanism) => mechanism.epsilon),
    (epsilon, digits) => (epsilon === null ? MISSING : formatEpsilon(epsilon, 'up', digits)),
  );
  const sizes = formatDistinct(mechanisms.map(noiseSize));
  return mechanisms.map((mechanism, index) => {
    if (mechanism.epsilon === null) return noiseWords(mechanism, sizes[index] as string);
    const label = `epsilon ${epsilons[index]}`;
    return named ? `${noiseNames[mechanism.kind].label} ${label}` : label;
  });
}

/**
 * One label per mechanism, all different: digits, kind, delta, sensitivity and a number are added only where they are needed.
 *
 * @param named whether the kind of noise is named even where there is only one.
 */
export function mechanismLabels(mechanisms: readonly Mechanism[], named = false): string[] {
  const kinds = new Set(mechanisms.map((mechanism) => mechanism.kind));
  let labels = shortLabels(mechanisms, named || kinds.size > 1);
  const details: readonly ((mechanism: Mechanism) => string)[] = [
    (mechanism) => (mechanism.delta === null ? 'delta not derived' : `delta ${formatOdds(mechanism.delta)}`),
    (mechanism) => `sensitivity ${formatPlain(mechanism.sensitivity)}`,
    (mechanism) => mechanism.neighbours,
  ];
  for (const detail of details) {
    const current = labels;
    const detailed = mechanisms.map(detail);
    labels = current.map((label, index) => {
      const twins = detailed.filter((_, other) => current[other] === label);
      return new Set(twins).size > 1 ? `${label}, ${detailed[index]}` : label;
    });
  }
  const repeated = labels;
  return repeated.map((label, index) => {
    const before = repeated.slice(0, index).filter((other) => other === label).length;
    return before === 0 ? label : `${label} (${before + 1})`;
  });
}

/** The privacy a mechanism gives, as one sentence without a full stop. */
export function privacyWords(mechanism: Mechanism): string {
  const { total } = mechanism;
  const neighbours =
    mechanism.neighbours === 'add-remove' ? 'one person more or less' : 'one person replaced by another';
  const each = `neighbouring data differ by ${neighbours}, which changes a count by at most ${formatPlain(mechanism.sensitivity)}`;
  const all = guarantee(total.epsilon, total.delta, total.rho);
  const columns = total.columns === 1 ? 'one noised column' : `${formatPlain(total.columns)} noised columns`;
  const per = guarantee(mechanism.epsilon, mechanism.delta, mechanism.rho);
  return `${noiseWords(mechanism, formatPlain(noiseSize(mechanism)))} on each count${noiseNames[mechanism.kind].whole ? ', in whole numbers' : ''}: ${per} per column; ${all} in total for a person in ${columns}; ${each}`;
}

function guarantee(epsilon: number | null, delta: number | null, rho: number | null): string {
  const parts: string[] = [];
  if (epsilon !== null) parts.push(`epsilon ${formatEpsilon(epsilon)}`);
  if (epsilon !== null && delta !== null && delta > 0) parts.push(`delta ${formatOdds(delta)}`);
  if (rho !== null) parts.push(`rho ${formatPlain(rho)} (zero-concentrated)`);
  return parts.length === 0 ? 'no guarantee was derived' : parts.join(', ');
}

/** A row label with its preposition: 'at epsilon 0.1', 'under Gaussian noise of standard deviation 25'. */
export function atLabel(label: string): string {
  return `${label.startsWith('epsilon') ? 'at' : 'under'} ${label}`;
}
