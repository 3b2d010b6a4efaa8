import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { expect, it } from 'vitest';
import type { AuditRequest } from '../../src/audit/audit-request.js';
import { auditTable } from '../../src/audit/audit-table.js';
import { mitigateTable } from '../../src/mitigation/mitigate-table.js';
import type { Watch } from '../../src/steps/in-turns.js';
import { findTarget } from '../../src/target/find-target.js';
import { parseTarget } from '../../src/target/parse-target.js';

const tableOf = (count: readonly number[]): CountTable => {
  const id = count.map((_, i) => `e${i}`);
  const all = count.map((poor) => 3 * poor + 20);
  return {
    id,
    name: id,
    counts: { count: Float64Array.from(count), all: Float64Array.from(all) },
    fixed: {},
    group: null,
  };
};
const table = tableOf([3, 50, 400]);
const few = tableOf([3, 50]);
const many = tableOf(Array.from({ length: 60 }, (_, i) => i % 7));
const common = {
  seed: parseSeed(1),
  mechanisms: [laplaceMechanism({ epsilon: 0.1 }), laplaceMechanism({ epsilon: 0.05 })],
};
const projected: AuditRequest = { ...common, table: few, decision: 'identity', posts: ['simplex'], method: 'exact' };
const rule: AuditRequest = {
  ...common,
  table,
  decision: 'threshold',
  parameters: { rule: 'count > 0.2 * all and all > 100' },
  posts: ['clip'],
};

/** Whom nobody may ask: what is stopped is not simulated in its place. */
const never = () => Promise.reject(new Error('simulated'));

/** Counts the pauses; aborts at one of them. */
function stopAt(pauses: number): Watch & { readonly count: () => number } {
  const controller = new AbortController();
  let count = 0;
  return {
    signal: controller.signal,
    count: () => count,
    pause: async () => {
      count++;
      if (count === pauses) controller.abort();
    },
  };
}

const runToTheEnd = Number.POSITIVE_INFINITY;

it.each([
  ['a projection', projected],
  ['a rule', rule],
  ['seats', { ...common, table, decision: 'apportionment', parameters: { seats: 5 }, posts: ['clip'] }],
  ['shares of clipped counts', { ...common, table: many, decision: 'allotment', posts: ['baseline'] }],
] as const)('pauses do not change a number: %s', async (_name, request) => {
  const watch = stopAt(runToTheEnd);
  expect(await auditTable(request, never, watch)).toEqual(await auditTable(request, never));
  expect(watch.count()).toBeGreaterThan(request.mechanisms.length + 5);
});

it.each([
  ['a projection', projected],
  ['a rule', rule],
] as const)(
  'a cell that is stopped has no number and says why; those before it are whole: %s',
  async (_name, request) => {
    const all = stopAt(runToTheEnd);
    const ends: number[] = [];
    const whole = await auditTable(request, never, { ...all, onCell: () => ends.push(all.count()) });
    const told: (readonly [number, number])[] = [];
    const { cells, warnings, interrupted } = await auditTable(request, never, {
      ...stopAt((ends[0] as number) + 2),
      onCell: (done, total) => told.push([done, total]),
    });
    expect(interrupted).toBe(true);
    expect(told).toEqual([[1, 2]]);
    const reason = 'because the run was stopped before it was computed';
    expect(cells[1]?.alpha).toMatchObject({ estimate: null, lower: null, upper: null, reason });
    expect(cells[1]).toMatchObject({ method: 'exact', methodReason: 'the run was stopped before it was computed' });
    expect(cells[1]?.entities.bias).toEqual(request.table.id.map(() => null));
    const { attribution: _attribution, ...first } = cells[0] ?? {};
    expect(whole.cells[0]).toMatchObject(first);
    expect(warnings).toEqual([
      { code: 'interrupted', message: 'the run was stopped early: 1 of 2 cells was not computed' },
    ]);
  },
);

it('an audit that is stopped before it begins has every cell without a number, and simulates nothing', async () => {
  const request = { ...projected, posts: ['none', 'simplex'], method: 'auto', decision: 'allotment' } as const;
  const { cells, interrupted } = await auditTable(request, never, { signal: { aborted: true } });
  expect(interrupted).toBe(true);
  expect(cells.map(({ alpha, method }) => [alpha.estimate, method])).toEqual([
    [null, 'series'],
    [null, 'exact'],
    [null, 'series'],
    [null, 'exact'],
  ]);
});

it('causes that a stop leaves untold are said to be; the bias itself is whole', async () => {
  const all = stopAt(runToTheEnd);
  const whole = await auditTable(rule, never, all);
  const { cells, warnings, interrupted } = await auditTable(rule, never, stopAt(all.count() - 1));
  expect(interrupted).toBe(true);
  expect(cells.map(({ entities }) => entities.bias)).toEqual(whole.cells.map(({ entities }) => entities.bias));
  expect(cells[1]?.attribution?.reason).toBe('the run was stopped before the parts were told apart');
  expect(warnings.map(({ code }) => code)).toEqual(['interrupted']);
});

it('a search for a target is stopped within a look, and certifies nothing', async () => {
  const request = {
    ...projected,
    target: parseTarget('alpha<0.1'),
    range: [0.05, 0.5],
    perDecade: 1,
    kinds: ['laplace'],
    mechanismOf: (_kind: string, epsilon: number) => laplaceMechanism({ epsilon }),
  } as const;
  const { certificate } = await findTarget(request, never, stopAt(5));
  expect(certificate).toMatchObject({ status: 'inconclusive', interrupted: true, chosen: null, looksTaken: 1 });
  expect(certificate.options[0]?.scan[0]).toMatchObject({ verdict: 'undefined', estimate: null });
});

it('a comparison that is stopped while equal gaps are looked for keeps its cells', async () => {
  const request = { ...projected, mechanisms: common.mechanisms.slice(0, 1), posts: ['clip', 'simplex'] } as const;
  const all = stopAt(runToTheEnd);
  const whole = await mitigateTable(request, never, all);
  expect(whole.mitigations.some(({ sameGap }) => sameGap?.factor != null)).toBe(true);
  const { cells, mitigations, interrupted } = await mitigateTable(request, never, stopAt(all.count() - 1));
  expect(interrupted).toBe(true);
  expect(cells).toEqual(whole.cells);
  expect(mitigations.map(({ sameGap }) => sameGap?.reason)).toContain('the run was stopped before it was found');
});
