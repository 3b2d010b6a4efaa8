/** Words of a comparison of remedies of private training. Every argument is text that is already formatted. */
export const remedyMessages = {
  heading: () => 'What would narrow the difference',
  caption: (budget: string) =>
    `${budget}: remedies with the same seed, and those that are private with the same budget in all`,
  note: () =>
    'A star marks what is efficient: nothing else that is private is as good in accuracy and gap, and better in one. What is not private is never efficient: it uses numbers of the rows that no noise protects. Narrowing compares trainings with the same noise and batches; it is not sure where its interval holds 1. A remedy levels down where the gap narrows because the group that bore least bears more, while the one that bore most does not bear less.',
  budget: () => 'budget',
  remedy: () => 'remedy',
  privateHead: () => 'private',
  accuracy: () => 'accuracy on test rows',
  minusError: () => 'minus the test error',
  gap: () => 'widest gap',
  narrower: () => 'narrower',
  moves: () => 'who gains, who loses',
  gains: (groups: readonly string[], count: number) => `${groups.join(', ')} ${count === 1 ? 'gains' : 'gain'}`,
  loses: (groups: readonly string[], count: number) => `${groups.join(', ')} ${count === 1 ? 'loses' : 'lose'}`,
  allGain: () => 'all gain',
  allLose: () => 'all lose',
  more: (count: string) => `${count} more`,
  levelsDown: (who: string) => `\u2718 levels down: ${who}`,
  risks: (budget: string) => `${budget}: excessive risk of each group under each remedy`,
  changes: (budget: string) => `${budget}: what each remedy changes beside the training as it is`,
  changesFold: () => 'What each remedy changes for each group',
  changesNote: () =>
    'Excessive risk with the remedy minus without, on the same noise: below 0 the group gains, above 0 it loses. The intervals of a remedy hold for all its groups at once.',
  notAllGroups: (shown: string, all: string) =>
    `The tables of groups show the ${shown} of ${all} groups that bear most or least without a remedy; the CSV has all.`,
  firstBudget: (budget: string) =>
    `Remedies were compared at the first budget only, ${budget}; for another one name it first.`,
  riskOf: (group: string) => `risk of ${group}`,
  worst: () => 'bears most',
  worstOf: (group: string, risk: string) => `${group}: ${risk}`,
  efficient: () => 'efficient',
  remark: () => 'remark',
  yes: () => 'yes',
  no: () => '\u2718 no',
  star: () => '\u2605',
  asItIs: () => 'as it is',
  notSure: () => 'not sure',
  orMore: (times: string) => `${times} or more`,
  notPrivateMark: () => ' (\u2718 not private)',
  xPoints: () => 'accuracy lost, percentage points',
  xError: () => 'test error added',
  y: () => 'widest gap',
  frontierTitle: (remedy: string, gap: string, levelsDown: boolean) =>
    `By the estimates ${remedy} leaves the narrowest gap of the efficient private remedies${levelsDown ? ', by levelling down' : ''}: ${gap}`,
  frontierTitlePlain: () => 'No private remedy is efficient beside plain private training',
  frontierExplanation: () =>
    'Each mark is a remedy: higher up it leaves a wider gap of excessive risk between groups, further right it loses more accuracy against the most accurate one. Bars are intervals of the gap. Efficient ones are filled, have a star and are joined; crosses are not private.',
  frontierAlt: (title: string) => `Widest gap against accuracy lost, a mark a remedy. ${title}.`,
} as const;
