import { fileURLToPath } from 'node:url';
import { binomialBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { type AuditSpecInput, auditFile } from '../../src/index.js';

const data = fileURLToPath(new URL('../../../../fixtures/provinces.csv', import.meta.url));
const base = { data, map: { count: 'population' }, decision: 'apportionment', seats: 60, epsilon: [0.003] } as const;

/** Chances of fewer and of more seats, by province. */
async function chances(how: Partial<AuditSpecInput>, seed: string) {
  const [cell] = (await auditFile({ ...base, seed, ...how })).cells;
  const events = (cell?.entities.events ?? []).slice(0, 2);
  return { trials: cell?.trials ?? 0, chances: events.flatMap(({ probability }) => probability.map(Number)) };
}

statisticalTest({
  id: 'cli/apportionment-agreement',
  subject: {} as Partial<AuditSpecInput>,
  mutants: {
    'noise three times as large': { epsilon: [0.001] },
    'another method': { apportion: 'jefferson' },
  },
  check: async (how, seed, falseAlarm) => {
    const { chances: exact } = await chances({ method: 'exact' }, '1');
    const seen = await chances({ method: 'montecarlo', trials: 6400, ...how }, seed.toString());
    return exact.map((chance, i) => ({
      statistic: Math.round((seen.chances[i] as number) * seen.trials),
      // Chances below rounding are those of what never happens.
      ...binomialBand(seen.trials, chance < 1e-9 ? 0 : chance, falseAlarm / exact.length),
      what: `trials in which province ${i % 12} has ${i < 12 ? 'fewer' : 'more'} seats`,
    }));
  },
});
