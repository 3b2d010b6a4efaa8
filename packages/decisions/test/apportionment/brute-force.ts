/** Slow apportionments from their definitions, in exact arithmetic, for populations that are whole numbers. */

/** (2 d(k))^2 of each divisor method, from its name alone. */
const squares: Readonly<Record<string, (held: bigint) => bigint>> = {
  adams: (k) => 4n * k * k,
  'huntington-hill': (k) => 4n * k * (k + 1n),
  webster: (k) => (2n * k + 1n) * (2n * k + 1n),
  jefferson: (k) => 4n * (k + 1n) * (k + 1n),
};

/** All claims to all seats in one list, sorted by priority; the first `total` win. Ties: larger population, then place. */
export function byPriorityList(name: string, populations: readonly number[], total: number): number[] {
  const square = squares[name] as (held: bigint) => bigint;
  const claims = populations.flatMap((population, place) =>
    Array.from({ length: total }, (_, held) => ({
      place,
      held,
      people: BigInt(population),
      square: square(BigInt(held)),
    })),
  );
  claims.sort((a, b) => {
    const [free, other] = [a.square === 0n, b.square === 0n];
    if (free !== other) return free ? -1 : 1;
    const difference = b.people ** 2n * a.square - a.people ** 2n * b.square;
    if (!free && difference !== 0n) return difference > 0n ? 1 : -1;
    return Number(b.people - a.people) || a.place - b.place || a.held - b.held;
  });
  const seats = populations.map(() => 0);
  for (const { place } of claims.slice(0, total)) seats[place] = (seats[place] as number) + 1;
  return seats;
}

/** Searches a divisor at which the rounded quotas add up to `total`; null where there is none, because of a tie. */
export function byDivisorSearch(name: string, populations: readonly number[], total: number): number[] | null {
  const square = squares[name] as (held: bigint) => bigint;
  const rounded = (population: number, divisor: number) => {
    let seats = 0;
    while (2 * (population / divisor) > Math.sqrt(Number(square(BigInt(seats))))) seats += 1;
    return seats;
  };
  const people = populations.reduce((a, b) => a + b, 0);
  let [low, high] = [people / (2 * total + 2 * populations.length), 2 * people];
  for (let step = 0; step < 200; step++) {
    const divisor = Math.sqrt(low * high);
    const seats = populations.map((population) => rounded(population, divisor));
    const given = seats.reduce((a, b) => a + b, 0);
    if (given === total) return seats;
    if (given > total) low = divisor;
    else high = divisor;
  }
  return null;
}

/** Hamilton with fractions: quota rounded down, then one seat each in the order of total p mod P. */
export function byLargestRemainder(populations: readonly number[], total: number): number[] {
  const people = populations.reduce((sum, population) => sum + BigInt(population), 0n);
  const quota = populations.map((population) => BigInt(total) * BigInt(population));
  const seats = quota.map((q) => Number(q / people));
  const left = total - seats.reduce((a, b) => a + b, 0);
  const order = [...populations.keys()].sort((a, b) => {
    const difference = ((quota[b] as bigint) % people) - ((quota[a] as bigint) % people);
    return difference === 0n
      ? (populations[b] as number) - (populations[a] as number) || a - b
      : difference > 0n
        ? 1
        : -1;
  });
  for (const place of order.slice(0, left)) seats[place] = (seats[place] as number) + 1;
  return seats;
}
