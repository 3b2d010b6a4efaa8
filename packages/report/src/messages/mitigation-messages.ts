/** Words of a comparison of mitigations. Every argument is text that is already formatted. */
export const mitigationMessages = {
  heading: () => 'What would remove it',
  mitigation: () => 'mitigation',
  gap: (unit: string) => `gap (${unit})`,
  narrower: () => 'narrower',
  cost: () => 'cost of privacy',
  extra: () => 'extra cost',
  wrongNo: () => 'told no wrongly',
  wrongYes: () => 'told yes wrongly',
  epsilon: () => 'epsilon in all',
  needs: () => 'must be public or known',
  same: () => 'same gap as it is',
  method: () => 'method',
  noise: () => 'noise',
  efficient: () => '*',
  negative: () => 'can be negative',
  chosen: () => 'meets the target',
  chosenId: (id: string) => `${id} (target)`,
  comparedWith: (phrase: string) => `the rest compares mitigations with ${phrase}, which is not what was certified`,
  negativeShares: () => 'single shares can be negative',
  yes: () => 'yes',
  no: () => 'no',
  asItIs: () => 'as it is',
  notSure: () => 'not sure',
  orMore: (times: string) => `${times} or more`,

  narrowsFree: (phrase: string, fold: string, atLeast: boolean) =>
    `${phrase} narrows the gap ${atLeast && !fold.startsWith('more than') ? 'at least ' : ''}${fold} at no price`,
  removesFree: (phrase: string) => `${phrase} removes the gap at no price`,
  noneFree: () => 'nothing that is free and assumes nothing clearly narrows the gap',
  moreEpsilon: (factor: string, what: string) => `${factor} would ${what}`,
  moreEpsilonNot: (factor: string) => `${factor} would not clearly narrow it`,
  budgetTimes: (factor: string) => (factor === '2' ? 'twice the privacy budget' : `${factor} times the privacy budget`),
  noiseLess: (factor: string) => (factor === '2' ? 'noise half as large' : `noise ${factor} times smaller`),
  assuming: (phrase: string, what: string, assumed: string) =>
    `${phrase} would ${what}, but asks for more than the noisy counts: ${assumed}`,
  narrowIt: (fold: string, atLeast: boolean) =>
    `narrow it ${atLeast && !fold.startsWith('more than') ? 'at least ' : ''}${fold}`,
  removeIt: () => 'remove it on average',
  safety: (phrase: string, chance: string, price: string) =>
    `${phrase}, under which with probability ${chance} nobody loses, costs ${price} more`,
  marginMoves: (phrase: string, moves: string) => `${phrase} takes ${moves}`,
  movesNo: (from: string, to: string) => `the wrong refusals from ${from} to ${to} of the entitled`,
  movesYes: (from: string, to: string) => `the wrong grants from ${from} to ${to} of the others`,
  fewerWrong: (phrase: string, before: string, after: string) =>
    `${phrase} takes the expected wrong answers from ${before} to ${after}`,
  assumingAnswers: (found: string, assumed: string) =>
    assumed === '' ? found : `${found}, but asks for more than the noisy counts: ${assumed}`,
  remarked: (phrase: string, remark: string) => `${phrase} ${remark}`,
  noneFewer: () => 'no linear classifier has clearly fewer wrong answers',

  captionAt: (label: string) => `${label.charAt(0).toUpperCase()}${label.slice(1)}: mitigations on the same noise`,
  details: () => 'What each one does, needs and costs',
  notApplicable: () => 'Not applicable',
  what: () => 'what it does',
  numbers: () => 'numbers',
  sameGapAt: (epsilon: string) => `epsilon ${epsilon}`,
  sameGapNoise: (factor: string) => `noise ${factor} times smaller`,
  nothing: () => 'nothing',
  notPrivate: () => 'not private: trained on the true counts',
  notPrivateId: (id: string) => `${id} (not private)`,
  training: (path: string, rows: string) => `Classifiers were trained on ${path} (${rows} rows).`,
  note: () =>
    'A star marks what is efficient: nothing else is as good in gap, wrong refusals, price, privacy, what must be public and whether it can be paid out, and better in one of them. All rows of a table share their noise, so that they differ by what they do and not by luck.',

  frontierPlain: () => 'What it takes to narrow the gap',
  frontierExplain: (gap: string, price: string) =>
    `Each mark is a mitigation: higher up it leaves more harm, ${gap}; further right its price is higher, ${price}. Bars are intervals. What is efficient is filled and has a star; of what can be paid out without more privacy the efficient ones are joined.`,
  frontierAlt: (price: string, count: string, budgets: string) =>
    `Harm against price (${price}) of up to ${count} mitigations, ${budgets === '1' ? 'one budget' : `${budgets} budgets`}; efficient ones are marked.`,
  efficientColumn: () => 'efficient',
  xMoney: () => 'extra cost, percent of the budget',
  xDollars: () => 'extra cost in dollars',
  xWrongYes: () => 'expected wrong grants',
  xEpsilon: () => 'epsilon in all',
  yWrongNo: () => 'expected wrong refusals',
  yGap: (unit: string) => `gap (${unit})`,
} as const;
