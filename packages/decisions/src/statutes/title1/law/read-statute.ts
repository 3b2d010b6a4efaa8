import { DpfairError, type Fault } from '@dpfair/result';
import { statuteFaults } from '../../../messages/language-messages.js';
import { statuteRuleFaults } from '../../../rules/checks/statute-rule-faults.js';
import { leastEligibleCount } from '../kernel/eligibility.js';
import { grantRule, grantsOf } from './grant-rule.js';
import { grantNames, type Title1Statute } from './statute.js';

/** What a rule of eligibility may ask for: formula children are children. */
const ruleCounts = { names: ['count', 'children'], wholes: { count: ['children'] } };

/**
 * Checks that a rule file of a user has the form of a {@link Title1Statute}: every key, no other, numbers in their range.
 *
 * @param content of the file, as plain data.
 * @throws DpfairError `config` with every fault, each naming its key, the value and what is allowed.
 */
export function readTitle1Statute(content: Readonly<Record<string, unknown>>): Title1Statute {
  const faults: Fault[] = [];
  statuteForm(content, '', faults);
  if (faults.length > 0) throw new DpfairError('config', faults);
  const statute = content as unknown as Title1Statute;
  for (const name of grantsOf(statute)) {
    const { eligible, expenditure } = grantRule(statute, name);
    checkRule(eligible, `grants.${name}.eligible`, faults);
    const { leastPercent, mostPercent } = expenditure;
    if (leastPercent > mostPercent) {
      const key = `grants.${name}.expenditure.leastPercent`;
      faults.push(statuteFaults.notAllowed(key, leastPercent, `at most mostPercent, ${mostPercent}`));
    }
  }
  if (faults.length > 0) throw new DpfairError('config', faults);
  const last = statute.holdHarmless.at(-1)?.fromPercent;
  if (last !== 0) {
    throw new DpfairError(
      'config',
      statuteFaults.notAllowed('holdHarmless', last ?? [], 'bands from the highest down to 0 percent'),
    );
  }
  return statute;
}

function checkRule(rule: string, key: string, faults: Fault[]): void {
  const found = statuteRuleFaults(rule, key, ruleCounts);
  faults.push(...found);
  if (found.length > 0) return;
  try {
    leastEligibleCount(rule, key);
  } catch (error) {
    if (!(error instanceof DpfairError)) throw error;
    faults.push(...error.faults);
  }
}

/** Checks one value at a path of keys. */
type Form = (value: unknown, key: string, faults: Fault[]) => void;

const join = (key: string, part: string | number): string => (key === '' ? `${part}` : `${key}.${part}`);

/** A value that passes a test, or a fault that says what is allowed. */
const valueThat =
  (passes: (value: unknown) => boolean, allowed: string): Form =>
  (value, key, faults) => {
    if (value === undefined) faults.push(statuteFaults.missing(key, allowed));
    else if (!passes(value)) faults.push(statuteFaults.notAllowed(key, value, allowed));
  };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const numberFrom = (least: number, most = Number.POSITIVE_INFINITY): Form =>
  valueThat(
    (value) => isNumber(value) && value >= least && value <= most,
    most === Number.POSITIVE_INFINITY ? `a number from ${least}` : `a number from ${least} to ${most}`,
  );

const above = (least: number): Form =>
  valueThat((value) => isNumber(value) && value > least, `a number above ${least}`);

const text = valueThat((value) => typeof value === 'string' && value !== '', 'a text');

const exactly = (word: string): Form => valueThat((value) => value === word, word);

const orNull =
  (form: Form): Form =>
  (value, key, faults) => {
    if (value !== null) form(value, key, faults);
  };

const list = valueThat(Array.isArray, 'a list');

const listOf =
  (form: Form): Form =>
  (value, key, faults) => {
    list(value, key, faults);
    if (Array.isArray(value)) for (const [k, item] of value.entries()) form(item, join(key, k), faults);
  };

const optional =
  (form: Form): Form =>
  (value, key, faults) => {
    if (value !== undefined) form(value, key, faults);
  };

const record = (forms: Readonly<Record<string, Form>>): Form => {
  const names = Object.keys(forms);
  const isMapping = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const mapping = valueThat(isMapping, `a mapping of ${names.join(', ')}`);
  return (value, key, faults) => {
    mapping(value, key, faults);
    if (!isMapping(value)) return;
    const content = value as Record<string, unknown>;
    for (const name of Object.keys(content)) {
      if (!names.includes(name)) faults.push(statuteFaults.unknownKey(join(key, name), names));
    }
    for (const [name, form] of Object.entries(forms)) form(content[name], join(key, name), faults);
  };
};

/** Items whose number rises (1) or falls (-1) from one to the next. */
const ordered =
  (form: Form, name: string, direction: 1 | -1): Form =>
  (value, key, faults) => {
    const before = faults.length;
    listOf(form)(value, key, faults);
    if (faults.length > before) return;
    const numbers = (value as Record<string, number>[]).map((item) => item[name] as number);
    const allowed = direction > 0 ? 'more than the one before' : 'less than the one before';
    numbers.forEach((number, k) => {
      if (k > 0 && !(direction * (number - (numbers[k - 1] as number)) > 0))
        faults.push(statuteFaults.notAllowed(join(join(key, k), name), number, allowed));
    });
  };

const percent = numberFrom(0, 100);

/** A percentage that the law writes as a whole number or more: what is above 0 and at most 1 is a part by mistake. */
const plainPercent =
  (least: 0 | 1, most = Number.POSITIVE_INFINITY): Form =>
  (value, key, faults) => {
    const range = most === Number.POSITIVE_INFINITY ? 'above 1' : `above 1 and up to ${most}`;
    const allowed = `a percentage ${range}${least === 0 ? ', or 0' : ''}`;
    const isPart = isNumber(value) && value > 0 && value <= 1;
    const meant = isPart ? `; for a part of ${value}, write ${Number((100 * value).toPrecision(12))}` : '';
    const passes = (given: unknown) => isNumber(given) && given <= most && (given > 1 || (given === 0 && least === 0));
    valueThat(passes, allowed + meant)(value, key, faults);
  };

const flag = valueThat((value) => typeof value === 'boolean', 'true, false');

const bracketsFrom =
  (above: Form): Form =>
  (value, key, faults) => {
    const before = faults.length;
    ordered(record({ above, weight: numberFrom(0) }), 'above', 1)(value, key, faults);
    if (faults.length > before) return;
    const first = (value as { above: number }[])[0]?.above;
    if (first !== 0)
      faults.push(statuteFaults.notAllowed(join(key, '0.above'), first, '0: the first bracket starts there'));
  };
const pair = record({ byPercent: bracketsFrom(plainPercent(0, 100)), byNumber: bracketsFrom(numberFrom(0)) });

const grantForm = record({
  cite: text,
  appropriationDollars: above(0),
  eligible: text,
  expenditure: record({
    percentOfState: plainPercent(1, 100),
    leastPercent: plainPercent(0),
    mostPercent: plainPercent(1),
  }),
  weights: listOf(record({ equityBelow: optional(above(0)), district: pair, county: pair })),
  puertoRicoWeightCap: orNull(above(0)),
  stateMinimum: record({
    baseDollars: numberFrom(0),
    percentOfBase: percent,
    percent,
    averagePercent: plainPercent(0),
    leastDollars: numberFrom(0),
  }),
  heldWhenIneligible: flag,
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

const someGrants: Form = (value, key, faults) => {
  record(Object.fromEntries(grantNames.map((name) => [name, optional(grantForm)])))(value, key, faults);
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  if (isEmpty) faults.push(statuteFaults.notAllowed(key, value, `at least one of ${grantNames.join(', ')}`));
};

const statuteForm = record({
  decision: exactly('title1'),
  name: text,
  version: text,
  sources: listOf(text),
  unconfirmed: optional(listOf(text)),
  puertoRico: record({ states: listOf(text), leastPercentOfLowest: plainPercent(0, 100) }),
  holdHarmless: ordered(
    record({ fromPercent: plainPercent(0, 100), keepsPercent: plainPercent(0, 100) }),
    'fromPercent',
    -1,
  ),
  grants: someGrants,
});
