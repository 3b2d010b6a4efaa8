// 52 U.S.C. 10503(b); 28 CFR 55.6; Tran, Fioretto, Van Hentenryck, Yao (2021), P^M.
import { clip } from '@dpfair/mechanisms';
import type { Decision, DecisionEvent, DecisionInput, DecisionParameters } from '../decision.js';
import { languageQuestions, unknownEvent } from '../messages/language-messages.js';
import { refusePost } from '../messages.js';
import type { Pipeline } from '../pipeline.js';
import type { LanguageClause, LanguageStatute } from '../statutes/section203/index.js';
import { answerPairs, distanceOfPairs } from './answer.js';
import {
  clauseQuestion,
  clausesOf,
  coverage,
  illiteracyQuestion,
  type LanguageClauses,
  languageStatute,
} from './clauses.js';
import { examinePairs } from './examine.js';
import { movedQuestion } from './moved-question.js';
import { languagePairs } from './pairs.js';
import type { LanguageQuestion } from './question.js';

/** What may be done to the noisy counts before the question is asked; negative counts are taken as 0 unless nothing is done. */
export const languagePosts = ['clip', 'none'] as const;

/**
 * Language assistance in elections: is a pair of an area and a language covered? Private are the citizens of voting age who are
 * limited-English proficient (`lep`), all citizens of voting age (`citizens`), and those of the former without a fifth-grade
 * education (`illiterate`). Comparisons are cross-multiplied, so that 0 > 0 is false.
 *
 * A pair is covered where a clause of its level and the illiteracy clause hold; a subdivision also through its state's pair
 * and through the native areas that lie in it, if the table has rows for them: {@link languagePairs}.
 *
 * @param parameters `statute`, a built-in rule file or the content of one; `clauses`, which are on; `event`, one clause by itself.
 * @throws DpfairError `usage` for names that do not exist; `config` for a rule file at fault.
 */
export function language(parameters: DecisionParameters): Decision {
  const { statute, on, events, question } = read(parameters);
  const pipelineOf =
    (asked: LanguageQuestion): Decision['pipeline'] =>
    (post, input) => {
      if (post !== 'none' && post !== 'clip') throw refusePost('language', post, languagePosts);
      const text =
        parameters.event === undefined ? ruleInWords(statute, on) : (events.get(parameters.event)?.words ?? '');
      return languagePipeline({ statute: statute.name, rule: text }, asked, post === 'clip', input);
    };
  const answersTo = (input: DecisionInput) => {
    const outcome = new Float64Array(input.counts.lep?.length ?? 0);
    answerPairs(question, languagePairs(input), false)(input.counts, outcome);
    return outcome;
  };
  return {
    name: 'language',
    parameters: { ...parameters, statute: parameters.statute ?? statute.name },
    unit: 'probability',
    privateRoles: ['lep', 'citizens', 'illiterate'],
    publicRoles: [],
    labelRoles: ['level', 'state', 'language', 'area', 'published'],
    posts: languagePosts,
    truth: answersTo,
    pipeline: pipelineOf(question),
    moved: (by) => {
      const moved = movedQuestion(question, by);
      return moved && pipelineOf(moved);
    },
    distance: (input, deviation) => distanceOfPairs(question, languagePairs(input), input.counts, deviation),
    people: (input) => ({
      role: 'lep',
      people: input.counts.lep as Float64Array,
      counted: languagePairs(input).level.map((level) => level === 'subdivision'),
    }),
    ...(parameters.event === undefined
      ? {
          events: [...events].map(([name, event]) => eventOf(name, event.words, parameters)),
          examine: (input) => examinePairs(input, on, question),
        }
      : {}),
  };
}

/** The question that the decision with these parameters asks of each pair. */
export const languageQuestion = (parameters: DecisionParameters): LanguageQuestion => read(parameters).question;

function read(parameters: DecisionParameters) {
  const statute = languageStatute(parameters.statute);
  const on = clausesOf(statute, parameters.clauses ?? {});
  const events = eventQuestions(statute, on);
  const question = parameters.event === undefined ? coverage(on) : events.get(parameters.event)?.question;
  if (question === undefined) throw unknownEvent(parameters.event as string, [...events.keys()]);
  return { statute, on, events, question };
}

/** Questions about single clauses, by the name of the clause, and the words for them. */
function eventQuestions(statute: LanguageStatute, { clauses, illiteracy }: LanguageClauses) {
  const events = new Map<string, { readonly question: LanguageQuestion; readonly words: string }>();
  for (const [name, clause] of clauses) {
    events.set(name, { question: clauseQuestion(clause, illiteracy), words: wordsOf(name, clause) });
  }
  if (illiteracy !== null && statute.illiteracy !== null) {
    const words = languageQuestions.illiteracy(statute.illiteracy.rule);
    events.set('illiteracy', { question: illiteracyQuestion(illiteracy), words });
  }
  return events;
}

function wordsOf(name: string, { rule, stateRule, carries }: LanguageClause): string {
  if (stateRule !== undefined) return languageQuestions.state(name, rule, stateRule);
  return carries === true ? languageQuestions.carried(name) : languageQuestions.clause(name, rule);
}

const eventOf = (name: string, question: string, parameters: DecisionParameters): DecisionEvent => ({
  name,
  question,
  decision: language({ ...parameters, event: name }),
  postOf: (post) => post,
});

/** The clauses that are on, as the report shows them. */
function ruleInWords({ illiteracy }: LanguageStatute, on: LanguageClauses): string {
  const clauses = on.clauses.map(([name, { levels, rule, stateRule, carries }]) => {
    const where = `${levels.join(', ')}${carries === true ? ', carries its subdivisions' : ''}`;
    return `${name} (${where}): ${rule}${stateRule === undefined ? '' : `, and in the state ${stateRule}`}`;
  });
  const either = clauses.length === 1 ? '' : 'any of ';
  return `${either}${clauses.join('; ')}${on.illiteracy === null ? '' : `; and ${illiteracy?.rule}`}`;
}

function languagePipeline(
  parameters: { readonly statute: string; readonly rule: string },
  question: LanguageQuestion,
  clipped: boolean,
  input: DecisionInput,
): Pipeline {
  const description = {
    name: 'language',
    parameters,
    linear: false,
    keeps: { sum: false, sign: true, integers: true },
  };
  return {
    stages: clipped ? [clip().description, description] : [description],
    apply: answerPairs(question, languagePairs(input), clipped),
  };
}
