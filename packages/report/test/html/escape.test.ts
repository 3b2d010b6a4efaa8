import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeLines, escapeText } from '../../src/html/escape.js';

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };

const readBack = (text: string) => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] as string);

it('escapes so that the text can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '<', '>', '&', '"', "'", ';', 'lt') }), (text) => {
      expect(readBack(escapeText(text))).toBe(text);
    }),
  );
});

it('keeps lines and tabs of code, and no other control character', () => {
  expect(escapeLines('a\n\tb\r\nc\u0000')).toBe('a\n\tb\nc\ufffd');
});
