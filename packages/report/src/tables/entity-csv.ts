import { type AuditResult, type CellResult, type CsvCell, writeCsv } from '@dpfair/result';
import { entityView } from '../measure/index.js';
import { auditView } from '../mitigation/views.js';
import { samplingColumns } from '../sampling/sampling-columns.js';
import { unitView } from '../units/index.js';

const columns = [
  'mechanism',
  'epsilon',
  'delta',
  'scale',
  'sigma',
  'post',
  'decision',
  'method',
  'id',
  'name',
  'count',
  'truth',
  'bias',
  'standard_error',
  'lower',
  'upper',
  'disparity',
  'dollars',
];

/**
 * Every entity of every cell as CSV, cells and entities in the order of the result: one row each, full precision, missing
 * values empty (`dollars` without a budget, `lower` and `upper` where a result states none). Of a yes-or-no rule the last columns
 * are the probability of yes and the distance to the threshold in standard deviations of the noise; where sampling error was asked for
 * they are the expected absolute errors of sampling error, of privacy noise and of both.
 */
export function entityCsv(from: CellResult): string {
  const result = auditView(from);
  return writeCsv([...columns, ...moreColumns(result).map(({ name }) => name)], rows(result));
}

const moreColumns = (result: AuditResult) => [...unitView(result).csvColumns, ...samplingColumns(result)];

function* rows(result: AuditResult): Generator<CsvCell[]> {
  const more = moreColumns(result);
  for (const cell of result.cells) {
    const { mechanism, post, decision, method, entities } = cell;
    const { kind, epsilon, delta, scale, sigma } = mechanism;
    const head = [kind, epsilon, delta, scale, sigma, post, decision, method];
    for (let index = 0; index < entities.id.length; index += 1) {
      const view = entityView(result, cell, index);
      yield [
        ...head,
        view.id,
        entities.name[index] ?? '',
        view.count,
        view.truth,
        view.bias,
        entities.standardError[index] ?? null,
        view.lower,
        view.upper,
        entities.disparity[index] ?? null,
        view.dollars,
        ...more.map((column) => column.of(cell, index)),
      ];
    }
  }
}
