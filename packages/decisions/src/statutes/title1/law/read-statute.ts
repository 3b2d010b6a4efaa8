import { statuteFault } from '../../../messages.js';
import { leastEligibleCount } from '../kernel/eligibility.js';
import { grantNames, type Title1Statute } from './statute.js';
import { title1Fy2021 } from './title1-fy2021.js';

/**
 * Checks that a rule file of a user has the form of a {@link Title1Statute}: every key, no other, numbers in their range.
 *
 * @param content of the file, as plain data.
 * @throws DpfairError `config` that names the key, the value and what is allowed.
 */
export function readTitle1Statute(content: Readonly<Record<string, unknown>>): Title1Statute {
  statuteForm(content, '');
  const statute = content as unknown as Title1Statute;
  for (const name of grantNames) leastEligibleCount(statute.grants[name].eligible, `grants.${name}.eligible`);
  if (statute.holdHarmless.at(-1)?.fromPercent !== 0) {
    throw statuteFault('holdHarmless', 'no band from 0 percent', 'bands from the highest down to 0');
  }
  return statute;
}

/** Checks one value at a path of keys. */
type Form = (value: unknown, key: string) => void;

const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
const join = (key: string, part: string | number): string => (key === '' ? `${part}` : `${key}.${part}`);

const numberFrom =
  (least: number, most = Number.MAX_VALUE): Form =>
  (value, key) => {
    if (!(typeof value === 'number' && value >= least && value <= most)) {
      throw statuteFault(
        key,
        shown(value),
        most === Number.MAX_VALUE ? `a number from ${least}` : `a number from ${least} to ${most}`,
      );
    }
  };

const above =
  (least: number): Form =>
  (value, key) => {
    if (!(typeof value === 'number' && value > least && value < Number.POSITIVE_INFINITY)) {
      throw statuteFault(key, shown(value), `a number above ${least}`);
    }
  };

const text: Form = (value, key) => {
  if (typeof value !== 'string' || value === '') throw statuteFault(key, shown(value), 'a text');
};

const orNull =
  (form: Form): Form =>
  (value, key) => {
    if (value !== null) form(value, key);
  };

const listOf =
  (form: Form): Form =>
  (value, key) => {
    if (!Array.isArray(value)) throw statuteFault(key, shown(value), 'a list');
    value.forEach((item, k) => {
      form(item, join(key, k));
    });
  };

const optional =
  (form: Form): Form =>
  (value, key) => {
    if (value !== undefined) form(value, key);
  };

const record =
  (forms: Readonly<Record<string, Form>>): Form =>
  (value, key) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw statuteFault(key, shown(value), `a mapping of ${Object.keys(forms).join(', ')}`);
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(forms, name))
        throw statuteFault(join(key, name), 'no such key', Object.keys(forms).join(', '));
    }
    for (const [name, form] of Object.entries(forms)) form((value as Record<string, unknown>)[name], join(key, name));
  };

/** Items whose number rises (1) or falls (-1) from one to the next. */
const ordered =
  (form: Form, name: string, direction: 1 | -1): Form =>
  (value, key) => {
    listOf(form)(value, key);
    const numbers = (value as Record<string, number>[]).map((item) => item[name] as number);
    numbers.forEach((number, k) => {
      if (k > 0 && !(direction * (number - (numbers[k - 1] as number)) > 0)) {
        throw statuteFault(
          join(join(key, k), name),
          `${number}`,
          direction > 0 ? 'more than the one before' : 'less than the one before',
        );
      }
    });
  };

const percent = numberFrom(0, 100);
const brackets: Form = (value, key) => {
  ordered(record({ above: numberFrom(0), weight: numberFrom(0) }), 'above', 1)(value, key);
  const first = (value as { above: number }[])[0]?.above;
  if (first !== 0) throw statuteFault(join(key, '0.above'), shown(first), '0: the first bracket starts there');
};
const pair = record({ byPercent: brackets, byNumber: brackets });

const grantForm = record({
  cite: text,
  appropriationDollars: above(0),
  eligible: text,
  expenditure: record({ percentOfState: above(0), leastPercent: numberFrom(0), mostPercent: above(0) }),
  weights: listOf(record({ equityBelow: optional(above(0)), district: pair, county: pair })),
  puertoRicoWeightCap: orNull(above(0)),
  stateMinimum: record({
    baseDollars: numberFrom(0),
    percentOfBase: percent,
    percent,
    averagePercent: numberFrom(0),
    leastDollars: numberFrom(0),
  }),
  heldYears: numberFrom(0),
  states: orNull(
    record({
      effortLeast: above(0),
      effortMost: above(0),
      equityOffset: above(0),
      equityDefault: numberFrom(0),
      equityMostOfOne: numberFrom(0),
    }),
  ),
});

const statuteForm = record({
  name: text,
  version: text,
  sources: listOf(text),
  unconfirmed: listOf(text),
  puertoRico: record({ states: listOf(text), leastPercentOfLowest: percent }),
  holdHarmless: ordered(record({ fromPercent: percent, keepsPercent: percent }), 'fromPercent', -1),
  grants: record(Object.fromEntries(Object.keys(title1Fy2021.grants).map((name) => [name, grantForm]))),
});
