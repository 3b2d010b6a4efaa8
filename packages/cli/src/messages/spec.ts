import type { Fault } from '@dpfair/result';
import { allowedValues } from './values.js';

/** What in a spec is missing, malformed or contradicts itself, and what would have been allowed. */
export const specFaults = {
  mitigations: (unknown: readonly string[], decision: string, known: readonly string[]): Fault => ({
    what: `mitigation that does not go with decision ${decision}`,
    value: unknown.join(', '),
    allowed: known.join(', '),
  }),
  noData: { what: 'no data file', allowed: 'DATA, or data in the spec' },
  seed: (value: string): Fault => ({
    what: '--seed',
    value,
    allowed: allowedValues.seed,
  }),
  joinKey: (value: string): Fault => ({
    what: '--on',
    value,
    allowed: 'LEFT=RIGHT, or A+B=C+D for two columns',
  }),
  condition: (value: string, measures: readonly string[]): Fault => ({
    what: '--fail-on',
    value,
    allowed: `${measures.map((name) => `${name}>LIMIT`).join(', ')} (in quotes, so that the shell leaves > alone)`,
  }),
  checkpointWithoutSeed: { what: '--checkpoint without --seed', allowed: '--seed, so that it is the same run' },
  bothOnStdout: (kinds: readonly string[]): Fault => ({
    what: 'outputs that both want stdout',
    value: kinds.map((kind) => `--${kind} -`).join(', '),
    allowed: 'one of them',
  }),
  noDataSet: (value: string, toOrder: boolean, names: readonly string[], near: string | undefined): Fault => ({
    what: toOrder ? 'no generator of this name' : 'no data set of this name',
    value,
    allowed: `${names.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`,
  }),
} as const satisfies Record<string, Fault | ((...values: never[]) => Fault)>;

/** Options that do not go together. */
export const contradictions = {
  budgets: (value: string): Fault => ({
    what: 'options that contradict each other',
    value,
    allowed: '--epsilon or --total-epsilon, or else --scale and --sigma',
  }),
  noBudget: {
    what: 'no privacy budget',
    allowed: '--epsilon, --total-epsilon, --scale (laplace, discrete-laplace) or --sigma (gaussian, discrete-gaussian)',
  },
  spreadAlone: (name: string, kinds: readonly string[]): Fault => ({
    what: `--${name} without its mechanism`,
    allowed: `--mechanism ${kinds.join(' or ')}`,
  }),
  kindWithoutSpread: (kind: string, name: string): Fault => ({
    what: `no budget for the ${kind} mechanism`,
    allowed: `--${name} beside --${name === 'scale' ? 'sigma' : 'scale'}`,
  }),
  noDelta: (kind: string): Fault => ({
    what: `no delta for the ${kind} mechanism`,
    allowed: '--delta beside --epsilon, or --sigma instead',
  }),
  targetWithSigma: {
    what: 'options that contradict each other',
    value: '--target, --sigma',
    allowed: '--target with --delta, which looks for an epsilon, or --sigma without --target',
  },
  deltaAlone: {
    what: '--delta without a mechanism that has one',
    allowed: '--mechanism gaussian or discrete-gaussian',
  },
  replaceAlone: {
    what: '--neighbours replace without --sensitivity',
    allowed:
      '--sensitivity 2 when a replaced person leaves one count and enters another, 1 when only one count changes',
  },
  posts: (refused: readonly string[], decision: string, posts: readonly string[]): Fault => ({
    what: `--post ${refused.join(',')} with decision ${decision}`,
    allowed: posts.join(', '),
  }),
  joinWithoutKey: { what: '--join without its own --on', allowed: 'one --on for each --join, in order' },
  plainAlone: { what: '--plain without Monte Carlo', allowed: '--method montecarlo or auto' },
  dollarsAlone: { what: '--fail-on dollars without a budget', allowed: '--budget DOLLARS' },
  /** An option that other decisions have. */
  optionOfOthers: (option: string, decision: string, users: readonly string[]): Fault => ({
    what: `${option} with decision ${decision}`,
    allowed: oneOfDecisions(users),
  }),
  /** `shares`: the decisions that give shares. */
  moneyWithoutShares: (decision: string, shares: readonly string[]): Fault => ({
    what: `--budget with decision ${decision}`,
    allowed: oneOfDecisions(shares),
  }),
  dollarsWithoutShares: (decision: string, shares: readonly string[]): Fault => ({
    what: `--fail-on dollars with decision ${decision}`,
    allowed: oneOfDecisions(shares),
  }),
  targetMeasure: (measure: string, decision: string, allowed: readonly string[]): Fault => ({
    what: `--target ${measure} with decision ${decision}`,
    allowed: `${allowed.join(', ')}${allowed.includes('cost') && !allowed.includes('dollars') ? '; dollars with --budget' : ''}`,
  }),
  searchRange: (range: readonly number[]): Fault => ({
    what: '--search',
    value: range.join(','),
    allowed: 'LOW,HIGH: two numbers above 0, the smaller first',
  }),
  mitigationOfOthers: (option: string, decision: string, unit: string): Fault => ({
    what: `--${option} with decision ${decision}`,
    allowed:
      unit === 'share'
        ? 'a decision of shares, such as --decision allotment'
        : 'a decision of yes or no, such as --decision threshold',
  }),
  mitigationNotCompared: (option: string, names: readonly string[]): Fault => ({
    what: `--${option} with nothing that it changes`,
    allowed: `${names.join(' or ')} in --mitigation`,
  }),
  clauseHoldsHarmless: {
    what: '--hold-harmless with decision title1',
    allowed: '--clause hold-harmless=off: the clause of the statute itself is then compared, by its own percentages',
  },
  withoutTarget: (option: string): Fault => ({ what: `--${option} without a target`, allowed: '--target' }),
  impossibleLimit: (option: 'fail-on' | 'target', condition: string, measure: string, largest: number): Fault => ({
    what: option === 'fail-on' ? '--fail-on that no cell can fail' : '--target that every cell meets',
    value: condition,
    allowed:
      largest === 1
        ? 'a rate or share is at most 1; for 2 % write 0.02'
        : `${measure} of shares or probabilities is at most ${largest}; for 2 % write 0.02`,
  }),
  severalTargets: (text: string): Fault => ({
    what: '--target',
    value: text,
    allowed: 'one measure and its limit; for several ask once for each, and take the larger epsilon',
  }),
  ratesWithoutAnswers: (decision: string): Fault => ({
    what: `--fail-on false-negative or false-positive with decision ${decision}`,
    allowed: 'a decision of yes or no, such as --decision threshold',
  }),
  costWithoutShares: (decision: string, shares: readonly string[]): Fault => ({
    what: `--fail-on cost with decision ${decision}`,
    allowed: oneOfDecisions(shares),
  }),
} as const satisfies Record<string, Fault | ((...values: never[]) => Fault)>;

/** What is wrong with a spec file, or with a result that is to be repeated. */
export const specFileFaults = {
  notYaml: (reason: string) => ({ what: `not YAML or JSON: ${reason}` }),
  notAStatute: { what: 'not a rule file', allowed: 'a mapping' },
  notASpec: { what: 'not a spec', allowed: 'a mapping of options' },
  givenTwice: (key: string) => ({ what: 'option given twice', value: key, allowed: 'once' }),
  unknownOption: (key: string, near: string | undefined) => ({
    what: 'unknown option in a spec',
    value: key,
    allowed: near === undefined ? 'the options of the command but for its outputs' : `did you mean ${near}?`,
  }),
  resultOfAnother: (file: string, command: string) => ({
    file,
    what: 'a spec with options that this command does not have',
    value: `a result of ${command}`,
    allowed: 'a result of this command, or a spec of it',
  }),
  unknownSchema: (file: string, schema: string, known: string) => ({
    file,
    what: 'a result of an unknown schema version',
    value: schema,
    allowed: `${known}; the dpfair that wrote the result can read it`,
  }),
  otherFile: (file: string, actual: string, expected: string) => ({
    file,
    what: 'this is not the file of the recorded run; its sha256 is',
    value: shortDigest(actual),
    allowed: `${shortDigest(expected)}, or DATA and --join on the command line for a run on other files`,
  }),
} as const satisfies Record<string, Fault | ((...values: never[]) => Fault)>;

const oneOfDecisions = (names: readonly string[]): string => names.map((name) => `--decision ${name}`).join(' or ');

function shortDigest(digest: string): string {
  return `${digest.slice(0, 16)}...`;
}
