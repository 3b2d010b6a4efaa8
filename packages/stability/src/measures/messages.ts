/** Why a measure, or its interval, is undefined. */
export const measureMessages = {
  onePair: 'it takes two repetitions to compare',
  noWidth: 'an interval takes three repetitions',
  allAlike: 'no two classifiers differ, which tells nothing of how often they might',
  noneStandsOut:
    'each classifier differs from the others on as many rows, which tells nothing of how far that may vary',
  allEqual: 'it is the same in every repetition, which tells nothing of how far it may vary',
  nothing: 'no repetition is done',
  emptyGroup: (group: string) => `no test row is of ${group}`,
  nobody: 'no test row of any group is given the favourable class: 0 / 0',
  oneGroup: 'there are no other groups to compare with',
  noOthers: 'no test row of the other groups is given the favourable class: a division by 0',
} as const;
