/** What the exit code of `dpfair` says. */
export const exitCodes = {
  done: 0,
  checkFailed: 1,
  badInput: 2,
  inconclusive: 3,
  internalError: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An interrupted run says so before anything else; a failed check outweighs an inconclusive one. */
export function exitCodeOfRun(interrupted: boolean, statuses: readonly string[]): ExitCode {
  if (interrupted) return exitCodes.interrupted;
  if (statuses.includes('fail')) return exitCodes.checkFailed;
  const conclusive = statuses.every((status) => status === 'pass' || status === 'not-applicable');
  return conclusive ? exitCodes.done : exitCodes.inconclusive;
}
