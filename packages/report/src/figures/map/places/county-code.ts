/** Counties that were given another code without being changed, old to that of the map. */
const renamed: Readonly<Record<string, string>> = { '02270': '02158', '12025': '12086', '46113': '46102' };

/**
 * Text as a county's FIPS code of five digits (a leading zero may be missing), whether or not there is such a county; null
 * when it is of another form.
 *
 * @example countyCode('1001') // '01001'
 */
export function countyCode(text: string): string | null {
  const digits = text.trim();
  if (!/^\d{4,5}$/.test(digits)) return null;
  const code = digits.padStart(5, '0');
  return renamed[code] ?? code;
}
