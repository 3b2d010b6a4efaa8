import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dataAddress } from '../../src/html/data-link.js';

it('data addresses hold the text exactly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const address = dataAddress('text/csv', text);
      expect(address).not.toMatch(/[\s"'<>&#\\`]/);
      expect(decodeURIComponent(address.slice(address.indexOf(',') + 1))).toBe(
        text.replace(/\p{Surrogate}/gu, '\ufffd'),
      );
    }),
  );
});
