/** Classes of a signed value: 0 around zero, 1 to 3 above it and -1 to -3 below. */
export interface ColourClasses {
  /** Where the classes end above zero, in the unit of the data, the last at the largest size; none where all is zero. */
  readonly ends: readonly number[];
  readonly of: (value: number) => number;
}

const STEPS = 3;
/** Places outside the class around zero: with fewer of them classes are cut at powers of ten. */
const FEWEST_COLOURED = 0.25;

/**
 * Cuts values into seven classes that are symmetric around zero, at sizes of 1 or 3 times a power of ten in the unit
 * shown, or of powers of ten alone where an extreme would leave nearly everything colourless; the largest is below the largest size.
 *
 * @param factor data unit to unit shown.
 * @param smallest size in the unit shown below which nothing is told apart.
 */
export function colourClasses(values: readonly number[], factor: number, smallest: number): ColourClasses {
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0);
  if (!(largest > 1e-290) || !Number.isFinite(largest * factor)) return { ends: [], of: () => 0 };
  const cut = (digits: readonly number[]): ColourClasses => {
    const round = roundBelow(largest * factor, digits).filter((end) => end >= smallest);
    const ends = [...round.map((end) => end / factor), largest];
    const steps = ends.slice(0, -1);
    return { ends, of: (value) => Math.sign(value) * steps.filter((end) => Math.abs(value) >= end).length };
  };
  const fine = cut([1, 3]);
  const coloured = values.filter((value) => fine.of(value) !== 0).length;
  return coloured >= FEWEST_COLOURED * values.length ? fine : cut([1]);
}

/** The three largest of these digits times powers of ten that are below a size, smallest first. */
function roundBelow(size: number, digits: readonly number[]): number[] {
  const exponent = Math.floor(Math.log10(size));
  const candidates = [-3, -2, -1, 0].flatMap((step) => digits.map((digit) => Number(`${digit}e${exponent + step}`)));
  return candidates.filter((end) => end < size).slice(-STEPS);
}
