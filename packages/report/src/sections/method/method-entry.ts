import { type Html, html } from '../../html/html.js';
import { type MethodText, methodMessages as say } from '../../messages/method-messages.js';

/** A definition or method: words, formula and source. */
export function methodEntry({ title, words, formula, source }: MethodText): Html {
  return html`<h3>${title}</h3><p>${words}</p>
<dl><dt>${say.formula()}</dt><dd class="formula">${formula}</dd><dt>${say.source()}</dt><dd>${source}</dd></dl>\n`;
}
