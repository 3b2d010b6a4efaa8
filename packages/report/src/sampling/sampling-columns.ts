import type { AuditResult } from '@dpfair/result';
import type { UnitView } from '../units/unit-view.js';

const kinds = ['sampling', 'privacy', 'both'] as const;

/** More columns of the CSV of entities where the harm of a result is split: expected |outcome - truth| of each kind of error. */
export function samplingColumns({ cells }: AuditResult): UnitView['csvColumns'] {
  if (cells.every(({ sampling }) => sampling === undefined)) return [];
  return kinds.map((kind) => ({
    name: `${kind}_error`,
    of: ({ sampling }, index) => sampling?.entities[kind].absolute[index] ?? null,
  }));
}
