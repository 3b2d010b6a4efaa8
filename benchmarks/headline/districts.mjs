import { generateDistricts, toCountTable } from '@dpfair/data';

/** A generated table of the size and shape of the headline work: 16,441 districts. */
export function headlineDistricts(rows = 16_441) {
  return toCountTable(generateDistricts({ rows, seed: 7 }), {
    roles: { count: 'poor', weight: 'weight' },
    counts: ['count'],
    fixed: ['weight'],
  }).table;
}
