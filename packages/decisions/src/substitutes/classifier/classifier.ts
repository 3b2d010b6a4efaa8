// Tran, Fioretto, Van Hentenryck, Yao (2021): a linear classifier in place of a rule, one per subgroup of a count.
import type { Decision, DecisionInput } from '../../decision.js';
import { refusePost } from '../../messages.js';
import { badSetting, substituteMessages as say } from '../messages.js';
import { replaced } from '../replaced.js';
import type { SubstituteKind } from '../substitute.js';
import type { SubstituteSpec } from '../substitute-spec.js';
import { pieceAt } from './piece.js';
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
    const own = answersOf(spec, columnsOf(decision, input));
    const truth = decision.truth(input);
    const changed = truth.filter((answer, i) => answer !== own[i]).length;
    return {
      spec,
      assumes: [settings.training === undefined ? say.assumesTrainedHere() : say.assumesTrainedElsewhere()],
      facts: [
        { name: say.subgroups(by), value: pieces.length },
        { name: say.changedWithoutNoise(), value: changed },
        ...(converged ? [] : [{ name: say.notConverged(), value: 1 }]),
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
        apply: (noisy, outcome) => {
          outcome.set(answersOf(spec, { ...noisy, ...fixed }));
        },
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

function answersOf({ by, pieces }: Spec, columns: Readonly<Record<string, Float64Array>>): Float64Array {
  const terms = pieces.map(({ coefficients }) => Object.entries(coefficients));
  return (columns[by] as Float64Array).map((count, i) => {
    const piece = pieceAt(pieces, count);
    let score = piece.constant;
    for (const [role, coefficient] of terms[pieces.indexOf(piece)] as (typeof terms)[number])
      score += coefficient * ((columns[role] as Float64Array)[i] as number);
    return Number(score > 0);
  });
}
