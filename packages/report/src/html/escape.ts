import { cleanText } from '../format/index.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for use between tags or inside a quoted attribute; control characters are replaced by U+FFFD. */
export function escapeText(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** Escapes text that keeps its line breaks and tabs, for `<pre>`. */
export function escapeLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\n\t]+/g, escapeText);
}
