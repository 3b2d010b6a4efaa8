import type { RawTable } from '../raw-table.js';
import type { DecimalSign } from '../roles/decimal-sign.js';

/** How features are scaled. */
export const featureScales = ['standard', 'none', 'unit-ball'] as const;
/** How features are scaled. */
export type FeatureScale = (typeof featureScales)[number];

/** What is predicted: one of some classes, or a number. */
export type LearningTask = 'classes' | 'number';

/** How a table becomes examples. Columns are named as in the file. */
export interface PrepareOptions {
  /** Column that is predicted. @default that of a known table (Adult: income, Bank: y); needed for others */
  readonly label?: string | undefined;
  /** `number` for linear regression. @default number for a column of numbers with more than ten values or a broken one, else classes */
  readonly task?: LearningTask | undefined;
  /** Of two classes the one that counts as positive, class 1. @default that of a known table, else the last in sorted order */
  readonly positive?: string | undefined;
  /** Column whose values are the groups that are compared. @default none: all rows are one group */
  readonly group?: string | undefined;
  /** Of a group column of numbers: where each band but the first begins, ascending, such as [30, 45, 60]. @default none */
  readonly bands?: readonly number[] | undefined;
  /** Whether the model sees the group column too. @default false */
  readonly groupAsFeature?: boolean | undefined;
  /** Columns that are left out. @default [] */
  readonly drop?: readonly string[] | undefined;
  /** Columns that are kept although they would be left out: for they leak the label, number the rows, or have a text of its own in each. @default [] */
  readonly keep?: readonly string[] | undefined;
  /** Columns of numbers that are codes, and become one feature a value. @default [] */
  readonly text?: readonly string[] | undefined;
  /** Texts that stand for a missing value, besides a blank, `?`, and those of a known table (Bank: unknown). @default [] */
  readonly missingTexts?: readonly string[] | undefined;
  /** Column of numbers -> a text or number in it that says something else, and has a feature of its own. @default those of a known table (Bank: pdays 999, never called) */
  readonly marks?: Readonly<Record<string, string>> | undefined;
  /** Rows with a missing value: `drop` leaves them out and counts them, `level` makes missing a value of its own. @default 'drop' */
  readonly missing?: 'drop' | 'level' | undefined;
  /**
   * `standard`: numbers minus their mean, over their standard deviation (divisor n), both of the training rows. `none`: numbers as they
   * are. `unit-ball`: as `standard`, then all features over `radius`, and rows that are still longer than 1 cut to norm 1.
   * @default 'standard'
   */
  readonly scale?: FeatureScale | undefined;
  /** Column -> its mean and standard deviation as publicly known, used instead of those of the training rows. @default {} */
  readonly scales?: Readonly<Record<string, readonly [mean: number, deviation: number]>> | undefined;
  /** `unit-ball`: what features are divided by, > 0. @default the largest norm of a training row, which is not private */
  readonly radius?: number | undefined;
  /** Most levels that a column of text may have, 2 to 10,000. @default 200 */
  readonly mostLevels?: number | undefined;
  /** Part of the rows that is kept for testing, 0 to below 1; of every group and class alike. Not used with `test`. @default 0.2 */
  readonly testShare?: number | undefined;
  /** A table of its own for testing. @default none */
  readonly test?: RawTable | undefined;
  /** Seed of the split and of the sub-sampling, 0 to 2^64 - 1. @default 0 */
  readonly seed?: string | number | bigint | undefined;
  /** Group -> how many of its training rows are used, drawn without replacement. @default all */
  readonly groupSize?: Readonly<Record<string, number>> | undefined;
  /** The sign before decimals. @default dot, and numbers that may be meant the other way are refused */
  readonly decimal?: DecimalSign | undefined;
  /** Leave out and list rows with a value that is not allowed, instead of failing. @default false */
  readonly skipBadRows?: boolean | undefined;
}
