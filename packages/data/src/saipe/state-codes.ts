/** A state, the District of Columbia or Puerto Rico: FIPS 5-2 code and postal abbreviation. */
export interface StateCode {
  readonly fips: string;
  readonly postal: string;
}

const codes =
  '01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI ' +
  '27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT ' +
  '51VA 53WA 54WV 55WI 56WY 72PR';

/** The 50 states, the District of Columbia and Puerto Rico, in order of their FIPS code (ANSI INCITS 38). */
export const stateCodes: readonly StateCode[] = codes
  .split(' ')
  .map((code) => ({ fips: code.slice(0, 2), postal: code.slice(2) }));

const postalByFips = new Map(stateCodes.map(({ fips, postal }) => [fips, postal]));

/** Postal abbreviation of a two-digit FIPS state code, or undefined when there is no such state. */
export function postalOfFips(fips: string): string | undefined {
  return postalByFips.get(fips);
}
