import type { RemainderMethod } from '../method.js';

/** Largest remainders (Hamilton 1791; Vinton 1850), in use until 1900, when Alabama lost a seat because the House grew. */
export const hamilton: RemainderMethod = { kind: 'remainder', minimum: 0 };
