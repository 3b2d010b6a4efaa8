import type { Cell, CheckStatus, Result, ResultKind, ResultOf } from '@dpfair/result';

/** What a command has to know of a result beyond what the report says. */
export interface ResultFacts {
  /** Whether its numbers depend on the seed. */
  readonly drawn: boolean;
  /** Whether it was to draw and has no number yet. */
  readonly empty: boolean;
  /** What became of a target, as a check says it. */
  readonly target: readonly CheckStatus[];
}

const factsByKind: { readonly [Kind in ResultKind]: (result: ResultOf<Kind>) => ResultFacts } = {
  audit: ({ cells }) => ({ ...factsOfCells(cells), target: [] }),
  mitigation: ({ cells, certificate }) => ({
    ...factsOfCells(cells),
    target: certificate === undefined ? [] : [targetStatuses[certificate.status]],
  }),
  training: ({ data, runs }) => {
    const repeated = runs.filter(({ method }) => method === 'montecarlo');
    const empty = repeated.length > 0 && repeated.every(({ repetitions }) => repetitions === 0);
    return { drawn: data !== null, empty, target: [] };
  },
  smoothing: ({ runs, searches }) => ({ drawn: true, empty: runs.length + searches.length === 0, target: [] }),
  stability: ({ cells }) => ({ drawn: true, empty: cells.every(({ fits }) => fits.length === 0), target: [] }),
};

const targetStatuses = { met: 'pass', 'not-reachable': 'fail', inconclusive: 'inconclusive' } as const;

/** The facts of a result of any kind: each kind is given only results of its own. */
export function resultFacts(result: Result): ResultFacts {
  return (factsByKind[result.kind] as (result: Result) => ResultFacts)(result);
}

function factsOfCells(cells: readonly Cell[]): Pick<ResultFacts, 'drawn' | 'empty'> {
  const simulated = cells.filter(({ method }) => method === 'montecarlo');
  return {
    drawn: simulated.length > 0,
    empty: simulated.length > 0 && simulated.every(({ alpha }) => alpha.estimate === null),
  };
}
