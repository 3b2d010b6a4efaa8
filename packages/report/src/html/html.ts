import { escapeLines, escapeText } from './escape.js';

/** Markup that is safe to insert. A plain string is never markup: the template escapes it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: strings are escaped, markup is kept, lists are joined, null vanishes. */
export type HtmlValue = string | Html | readonly Html[] | null;

/**
 * Template tag for markup. It may be used for text and for double-quoted attributes.
 *
 * @example html`<p>${'a < b'}</p>`.markup // '<p>a &lt; b</p>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = parts.reduce(
    (text, part, index) => `${text}${index === 0 ? '' : insert(values[index - 1] ?? null)}${part}`,
    '',
  );
  return { markup };
}

/** Markup made by this package itself (drawings, style): never text from a result. */
export function rawHtml(markup: string): Html {
  return { markup };
}

/** Text from a data file: escaped, and isolated so that its writing direction does not spill over. */
export function dataText(text: string): Html {
  return { markup: `<bdi>${escapeText(text)}</bdi>` };
}

/** A block of code, line breaks kept; it can be scrolled by keyboard. */
export function codeBlock(text: string, label: string): Html {
  return {
    markup: `<pre tabindex="0" role="region" aria-label="${escapeText(label)}"><code>${escapeLines(text)}</code></pre>`,
  };
}

function insert(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeText(value);
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('');
}
