/** Words for the yes-or-no questions that come along with a decision. */
export const eventWords = {
  columns: () => [
    'noise',
    'post-processing',
    'question',
    'yes without noise',
    'expected to lose it',
    'may lose it (chance above 1 %)',
    'expected to gain it',
    'most likely to lose it',
    'method',
  ],
  sentence: (at: string, phrase: string, parts: string) => `${at}, with ${phrase}: ${parts}.`,
  part: (name: string, may: string, yes: string, lose: string) =>
    `${name}, ${may} of ${yes} have a chance of more than 1 % to lose it, ${lose} are expected to`,
  fold: (name: string, cell: string) => `${name} (${cell})`,
  losers: (name: string) => `Most likely to lose a yes: ${name}`,
  gainers: (name: string) => `Most likely to gain a yes: ${name}`,
  nobody: () => 'No answer can change by more than one in a million.',
  entityColumns: (count: string) => ['Name', 'Id', `True ${count}`, 'Chance of the other answer'],
};
