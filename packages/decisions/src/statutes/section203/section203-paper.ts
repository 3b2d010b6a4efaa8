import type { LanguageStatute } from './language-statute.js';

const source =
  'Tran, Fioretto, Van Hentenryck, Yao (2021), Decision making with differential privacy under a fairness lens';

/**
 * P^M of the papers on decisions under differential privacy: (lep / citizens > 0.05 or lep > 10,000) and illiterate / lep >
 * 0.0131, the same for every area by itself. The papers call the denominator people who speak the language; their own examples,
 * and the law, take all citizens of voting age.
 */
export const section203OfPapers: LanguageStatute = {
  decision: 'language',
  name: 'section203-paper',
  title: 'Minority-language assistance as the papers have it (P^M)',
  version: '2021',
  source,
  illiteracy: { rule: 'illiterate > 0.0131 * lep', source },
  clauses: {
    'five-percent': {
      levels: ['state', 'subdivision', 'area'],
      rule: 'lep > 0.05 * citizens',
      source,
    },
    'ten-thousand': { levels: ['state', 'subdivision', 'area'], rule: 'lep > 10000', source },
  },
};
