import { describe, expect, it } from 'vitest';
import { codeBlock, dataText, html } from '../../src/html/html.js';
import { hostileNames } from '../fixtures/hostile.js';

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
});
