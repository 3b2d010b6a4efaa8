import { type Html, html } from './html.js';

/**
 * A link that saves text as a file without a script: the text is in the address.
 *
 * @param type media type, such as 'application/json'
 */
export function dataLink(label: string, fileName: string, type: string, text: string): Html {
  return html`<a download="${fileName}" href="${dataAddress(type, text)}">${label}</a>`;
}

/**
 * A `data:` address that holds text. Only what the address syntax needs is escaped, so that numbers and letters stay
 * one byte each; quotation marks become %27 and %22 so that the address also survives any attribute.
 */
export function dataAddress(type: string, text: string): string {
  const body = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[^A-Za-z0-9\-._~!$()*+,;:@/?[\]{}|^=]/gu, (character) =>
      character === "'" ? '%27' : encodeURIComponent(character),
    );
  return `data:${type};charset=utf-8,${body}`;
}
