import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataAddress } from '../../src/html/data-link.js';
import { escapeLines, escapeText } from '../../src/html/escape.js';
import { codeBlock, dataText, html } from '../../src/html/html.js';
import { hostileNames } from '../fixtures/hostile.js';

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
const readBack = (text: string) => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity] as string);

describe('markup', () => {
  it('escapes strings and keeps markup', () => {
    expect(html`<p title="${'"a" & b'}">${'<i>'}${html`<b>x</b>`}${null}${[html`1`, html`2`]}</p>`.markup).toBe(
      '<p title="&quot;a&quot; &amp; b">&lt;i&gt;<b>x</b>12</p>',
    );
  });

  it('never lets a name open a tag or leave an attribute', () => {
    for (const name of hostileNames) {
      for (const { markup } of [html`${name}`, dataText(name), codeBlock(name, name)]) {
        const inner = markup.replace(/^<[^>]*>(?:<code>)?|(?:<\/code>)?<\/[a-z]+>$/g, '');
        expect(inner).not.toMatch(/[<>"']/);
      }
    }
  });

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
});

describe('data addresses', () => {
  it('hold the text exactly', () => {
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
});
