/** How far a run that was stopped has come, and what is not defined where. Every argument is text that is already formatted. */
export const stabilityProgressWords = {
  notRun: () => 'not run yet',
  notDefined: () => 'not defined',
  range: (fewest: string, most: string) => `${fewest} to ${most}`,
  ofAsked: (ended: string, asked: string) => `${ended} of ${asked}`,
  stopped: (ended: string) => `The run was stopped early: ${ended} repetitions have ended`,
  stoppedWaiting: (count: string, all: string, algorithms: string, ended: string) =>
    `The run was stopped early: ${count} of ${all} cells ${count === '1' ? 'has' : 'have'} not run yet (${algorithms}); of the others ${ended} repetitions have ended`,
  stoppedBefore: () => 'The run was stopped early, before a repetition had ended',
  stoppedInReplacing: (repetitions: string) =>
    `The run was stopped early: all ${repetitions} repetitions have ended, but not all that was to follow`,

  undefinedIn: (measures: string, lost: string, all: string, cells: string, reason: string) =>
    `${measures}: not defined in ${lost} of ${all} repetitions of ${cells}${reason}`,
  undefinedFor: (measures: string, cells: string, reason: string) => `${measures}: not defined for ${cells}${reason}`,
  noInterval: (measures: string, cells: string, reason: string) => `${measures}: no interval for ${cells}${reason}`,
  oneRepetition: () => 'one repetition says nothing of how far another may be from it',
  reason: (reason: string) => ` (${reason})`,
  cell: (algorithm: string, lambda: string) => `${algorithm} at ${lambda}`,
  cellBy: (algorithm: string, lambda: string, column: string) => `${algorithm} at ${lambda} by ${column}`,
  counted: (cell: string, lost: string, of: string) => `${cell} (${lost} of ${of})`,
  moreCells: (count: string) => `${count} more ${count === '1' ? 'cell' : 'cells'}`,
} as const;
