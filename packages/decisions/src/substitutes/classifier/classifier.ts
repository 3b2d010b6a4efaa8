// Tran, Fioretto, Van Hentenryck, Yao (2021): a linear classifier in place of a rule, one per subgroup of a count.
import type { Decision, DecisionInput } from '../../decision.js';
import { refusePost } from '../../messages.js';
import type { NoisyColumns } from '../../pipeline.js';
import { badSetting, substituteMessages as say } from '../messages.js';
import { replaced } from '../replaced.js';
import type { SubstituteKind } from '../substitute.js';
import type { SubstituteSpec } from '../substitute-spec.js';
import { trainPieces } from './train-pieces.js';

type Spec = Extract<SubstituteSpec, { name: 'logistic' | 'svm' }>;

/**
 * Linear classifiers in place of a yes-or-no decision: in each subgroup of one noisy count, yes where a weighted sum of the
 * noisy counts and the public numbers is above a constant. The sum has no bias under noise; the answer that hangs on its sign
 * has. Trained to give the answers of the decision, without noise and without privacy.
 */
export const classifier = (name: Spec['name']): SubstituteKind<Spec> => ({
  unit: 'probability',
  posts: () => ['none'],
  plan: ({ decision, input, settings }) => {
    const { subgroups = 4, training = input } = settings;
    const by = settings.subgroupsBy ?? (decision.privateRoles[0] as string);
    if (!decision.privateRoles.includes(by))
      throw badSetting('subgroups-by', by, `one of ${decision.privateRoles.join(', ')}`);
    const answers = decision.truth(training);
    const { pieces, converged } = trainPieces({ columns: columnsOf(decision, training), answers }, by, subgroups, name);
    const spec: Spec = { name, by, pieces };
    const truth = decision.truth(input);
    const own = new Float64Array(truth.length);
    answerer(spec, {})(columnsOf(decision, input), own);
    const changed = truth.filter((answer, i) => answer !== own[i]).length;
    return {
      spec,
      assumes: [settings.training === undefined ? say.assumesTrainedHere() : say.assumesTrainedElsewhere()],
      facts: [
        { id: 'subgroups', name: say.subgroups(by), value: pieces.length },
        { id: 'changed-without-noise', name: say.changedWithoutNoise(), value: changed },
        ...(converged ? [] : [{ id: 'not-converged', name: say.notConverged(), value: 1 }]),
      ],
      ...remarkOn(own, truth),
    };
  },
  make: (original, spec) =>
    replaced(original, spec, (post, input) => {
      if (post !== 'none') throw refusePost(name, post, ['none']);
      const fixed = columnsOf({ ...original, privateRoles: [] }, input);
      const keeps = { sum: false, sign: true, integers: true };
      const parameters = { by: spec.by, subgroups: spec.pieces.length };
      return {
        stages: [{ name: spec.name, parameters, linear: false, keeps }],
        apply: answerer(spec, fixed),
      };
    }),
});

/** Where there is one answer alone, no wrong answers are no merit. */
function remarkOn(own: Float64Array, truth: Float64Array): { readonly remark?: string } {
  if (isAlike(own)) return { remark: say.oneAnswerHere() };
  return isAlike(truth) ? { remark: say.oneTruthHere() } : {};
}

const isAlike = (answers: Float64Array) => answers.every((answer) => answer === answers[0]);

/** The columns that a classifier sees: private counts and the public numbers that are there. */
function columnsOf({ privateRoles, publicRoles }: Decision, { counts, fixed }: DecisionInput) {
  const pick = (from: Readonly<Record<string, Float64Array>>, roles: readonly string[]) =>
    roles.filter((role) => Object.hasOwn(from, role)).map((role) => [role, from[role] as Float64Array] as const);
  return Object.fromEntries([...pick(counts, privateRoles), ...pick(fixed, publicRoles)]);
}

/** Writes the answers on the columns of a trial; the terms of each piece are read once. */
function answerer({ by, pieces }: Spec, fixed: NoisyColumns): (noisy: NoisyColumns, outcome: Float64Array) => void {
  const ends = Float64Array.from(pieces, ({ to }) => to ?? Number.POSITIVE_INFINITY);
  const constants = Float64Array.from(pieces, ({ constant }) => constant);
  const terms = pieces.map(({ coefficients }) => ({
    roles: Object.keys(coefficients),
    weights: Float64Array.from(Object.values(coefficients)),
  }));
  const last = pieces.length - 1;
  return (noisy, outcome) => {
    const counts = noisy[by] as Float64Array;
    const columns = terms.map(({ roles }) =>
      roles.map((role) => (Object.hasOwn(fixed, role) ? fixed : noisy)[role] as Float64Array),
    );
    for (let i = 0; i < outcome.length; i++) {
      let at = 0;
      while (at < last && !((counts[i] as number) < (ends[at] as number))) at++;
      const own = columns[at] as readonly Float64Array[];
      const { weights } = terms[at] as (typeof terms)[number];
      let score = constants[at] as number;
      for (let t = 0; t < own.length; t++) score += (weights[t] as number) * ((own[t] as Float64Array)[i] as number);
      outcome[i] = score > 0 ? 1 : 0;
    }
  };
}
