import {
  type Decision,
  type DecisionInput,
  type DecisionName,
  decisionByName,
  decisionKind,
  decisionNames,
} from '@dpfair/decisions';
import { type AvailableEstimators, availableEstimators, formulas } from '@dpfair/fairness';
import { noiseKinds, type PostName } from '@dpfair/mechanisms';
import { type EstimatorId, mechanismKinds } from '@dpfair/result';
import { type GenericProblem, genericProblems } from './generic-problems.js';

const SPREAD = 10;

const introduction = `# What is exact, what is a series, what is simulated

This page is written by \`node packages/cli/scripts/generate-docs.mjs\`: the models of the estimators are asked, for small problems that
stand for others like them, with noise of about ${SPREAD} on each count. A test fails when it is out of date.

\`auto\` takes the exact estimator where there is one, else the series, each where its stated error is within the tolerance, else Monte Carlo,
which is there for every cell. Estimators are named as in \`cells[].estimator\` of a result. "control" says that Monte Carlo has a
control variate ([monte-carlo.md](monte-carlo.md)), "undefined" that raw shares have no mean, because noise may bring their total to zero.
Events, which come along with a decision, have rows where something else is known of them than of the decision.

An exact estimate is never left for a wider interval: where its error is below rounding (1e-9 of the largest outcome; for a yes or no
1e-6, or one over the number of trials) it is taken however small alpha is; otherwise the narrower of it and of the simulation is
shown, and \`methodReason\` says which.
`;

/** The page docs/methods/estimators.md: which estimator there is for every decision, post-processing and kind of noise. */
export function estimatorsDocument(): string {
  const rows = decisionNames.flatMap(rowsOf);
  const used = new Set(rows.flatMap(({ found }) => found.flatMap(({ exact, series }) => [exact, series])));
  return [
    introduction,
    table(['decision', 'problem', 'post-processing', ...mechanismKinds], cellsOf(rows)),
    '## Estimators\n',
    table(
      ['name', 'formula'],
      Object.entries(formulas)
        .filter(([id]) => used.has(id as EstimatorId))
        .map(([id, formula]) => [`\`${id}\``, formula]),
    ),
  ].join('\n');
}

/** What is known of one question: for each post-processing, for each kind of noise. */
interface Question {
  /** The problem, or an event that comes along with one. */
  readonly name: string;
  readonly posts: readonly PostName[];
  readonly found: readonly (readonly AvailableEstimators[])[];
}

interface Row {
  readonly decision: string;
  readonly name: string;
  readonly posts: readonly PostName[];
  readonly found: readonly AvailableEstimators[];
}

/** Problems of which the same is known stand together, and so do their events; then post-processings. */
function rowsOf(decision: DecisionName): readonly Row[] {
  const problems = genericProblems[decision];
  const own = problems.map((problem) => ownQuestion(decision, problem));
  const events = problems.flatMap((problem, k) =>
    eventQuestions(decision, problem).filter(({ found }) => !isAlike(found, own[k]?.found)),
  );
  return [...joined(own), ...joined(events)].flatMap(({ name, posts, found }) =>
    byPost(posts, found).map((row) => ({ decision, name, ...row })),
  );
}

function ownQuestion(decision: DecisionName, { name, parameters, input }: GenericProblem): Question {
  const { posts } = decisionKind(decision);
  const asked = decisionByName(decision, parameters);
  return { name, posts, found: posts.map((post) => underEachNoise(asked, post, input)) };
}

function eventQuestions(decision: DecisionName, { parameters, input }: GenericProblem): readonly Question[] {
  const { posts } = decisionKind(decision);
  return (decisionByName(decision, parameters).events ?? []).map((event) => ({
    name: `event: ${event.name}`,
    posts,
    found: posts.map((post) => underEachNoise(event.decision, event.postOf(post), input)),
  }));
}

const underEachNoise = (decision: Decision, post: PostName, input: DecisionInput): readonly AvailableEstimators[] =>
  mechanismKinds.map((kind) =>
    availableEstimators({ decision, post, input, noise: noiseKinds[kind].distribution(SPREAD) }),
  );

/** Questions with the same answers, by all their names. */
function joined(questions: readonly Question[]): readonly Question[] {
  return grouped(questions, ({ found }) => found).map((alike) => ({
    ...(alike[0] as Question),
    name: [...new Set(alike.map(({ name }) => name))].join('; '),
  }));
}

function byPost(posts: readonly PostName[], found: Question['found']): readonly Pick<Row, 'posts' | 'found'>[] {
  const single = posts.map((post, k) => ({ post, found: found[k] as readonly AvailableEstimators[] }));
  return grouped(single, (one) => one.found).map((alike) => ({
    posts: alike.map(({ post }) => post),
    found: alike[0]?.found ?? [],
  }));
}

const isAlike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** In the order of first appearance. */
function grouped<Item>(items: readonly Item[], of: (item: Item) => unknown): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify(of(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

const cellsOf = (rows: readonly Row[]): readonly (readonly string[])[] =>
  rows.map(({ decision, name, posts, found }) => [
    decision,
    name,
    posts.map((post) => `\`${post}\``).join(', '),
    ...found.map(inWords),
  ]);

function inWords({ defined, exact, series, control }: AvailableEstimators): string {
  if (!defined) return 'undefined';
  if (exact !== null) return `exact: \`${exact}\``;
  const simulated = control ? 'Monte Carlo, control' : 'Monte Carlo';
  return series === null ? simulated : `series: \`${series}\`, else ${simulated}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
