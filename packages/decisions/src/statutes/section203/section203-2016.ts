import type { LanguageStatute } from './language-statute.js';

/**
 * Section 203(b) of the Voting Rights Act as the determinations of December 5, 2016 (81 FR 87532) applied it.
 *
 * The regulation says which comparisons are strict: "more than 5 percent", "more than 10,000", "higher than the national
 * illiteracy rate"; but "five percent or more" of a subdivision in a state that is itself above 5 percent. The number of
 * 10,000 is asked of political subdivisions only, and the share of a reservation is one of its American Indian and Alaska Native
 * citizens of voting age. Nobody is not five percent of nobody: where both counts are 0, no clause holds.
 *
 * The national illiteracy rate, 1.31 percent, is the one that the literature uses; no official notice that states it was found. The
 * published flags bear it out as far as they can: FLAG_EDU is 0 for pairs without any illiterate and 1 from 1.6667 percent on.
 */
export const section203Of2016: LanguageStatute = {
  decision: 'language',
  name: 'section203-2016',
  title: 'Section 203 of the Voting Rights Act, determinations of 2016',
  version: '2016',
  source: '52 U.S.C. 10503(b)(2)(A); 28 CFR 55.6(a)',
  illiteracy: {
    rule: 'illiterate > 0.0131 * lep',
    source: '52 U.S.C. 10503(b)(2)(A)(ii); 28 CFR 55.6(a)(1)(ii), (3)(ii), (4)(ii); rate as in the literature',
  },
  clauses: {
    'five-percent': {
      levels: ['state', 'subdivision'],
      rule: 'lep > 0.05 * citizens',
      source: '52 U.S.C. 10503(b)(2)(A)(i)(I); 28 CFR 55.6(a)(1)(i)',
    },
    'ten-thousand': {
      levels: ['subdivision'],
      rule: 'lep > 10000',
      source: '52 U.S.C. 10503(b)(2)(A)(i)(II); 28 CFR 55.6(a)(3)(i)',
    },
    state: {
      levels: ['subdivision'],
      rule: 'lep >= 0.05 * citizens and lep > 0',
      stateRule: 'lep > 0.05 * citizens',
      source: '52 U.S.C. 10503(b)(2)(B); 28 CFR 55.6(a)(2)',
    },
    reservation: {
      levels: ['area'],
      rule: 'lep > 0.05 * citizens',
      carries: true,
      source: '52 U.S.C. 10503(b)(2)(A)(i)(III); 28 CFR 55.6(a)(4)',
    },
  },
};
