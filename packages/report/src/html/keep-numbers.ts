import { escapeText } from './escape.js';
import { type Html, rawHtml } from './html.js';

/** Text in which no line breaks between the sign, the dollar sign and the digits of a number. */
export function keepNumbers(text: string): Html {
  return rawHtml(
    escapeText(text).replace(
      /[\u2212$]+\d[\d.,]*(?:\u202f%| (?:m|b|tr)illion)?/g,
      (number) => `<span class="figure">${number}</span>`,
    ),
  );
}
