/** Throws `RangeError` unless `falseAlarm` is a rate strictly between 0 and 0.5. */
export function requireRate(falseAlarm: number): void {
  if (!(falseAlarm > 0 && falseAlarm < 0.5))
    throw new RangeError(`false-alarm rate: ${falseAlarm} (allowed: 0 < rate < 0.5)`);
}
