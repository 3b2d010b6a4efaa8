export type { TextEncoding } from './bytes/decode-text.js';
export {
  type DataSet,
  type GeneratedDataSet,
  listDataSets,
  type ShippedDataSet,
} from './catalogue/list-data-sets.js';
export { type EncodedExamples, type EncodeOptions, encode } from './examples/encoding/encode.js';
export { type PlainEncodingOptions, plainEncoding } from './examples/encoding/plain-encoding.js';
export type { RowEncoding } from './examples/encoding/row-encoding.js';
export { withGroup } from './examples/encoding/with-group.js';
export { type PreparedExamples, prepareExamples } from './examples/prepare-examples.js';
export {
  type FeatureScale,
  featureScales,
  type LearningTask,
  type PrepareOptions,
} from './examples/prepare-options.js';
export { splitExamples } from './examples/rows/split-examples.js';
export type { RowSplit } from './examples/rows/split-rows.js';
export { generateDistricts } from './generators/generate-districts.js';
export { generateLoans } from './generators/generate-loans.js';
export type { GenerateOptions } from './generators/generate-options.js';
export {
  type Delimiter,
  type LearningNotes,
  type Place,
  type RawTable,
  selectRows,
  type TableFormat,
} from './raw-table.js';
export { type ReadAnyTableOptions, readAnyTable } from './read-any-table.js';
export { type ReadTableOptions, readTable } from './read-table.js';
export type { DecimalSign } from './roles/decimal-sign.js';
export { type ToCountTableOptions, type ToCountTableResult, toCountTable } from './roles/to-count-table.js';
export { appendRows } from './tables/append-rows.js';
export { conditionsOn } from './tables/conditions-on.js';
export { filterRows } from './tables/filter-rows.js';
export { type JoinOptions, joinTables } from './tables/join-tables.js';
export { nearNames } from './tables/near-names.js';
export { readTrainingLog } from './training-log/read-training-log.js';
