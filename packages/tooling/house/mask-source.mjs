/**
 * @typedef {{ start: number, end: number, value: string }} Literal a string literal: offsets of its quotes, its raw text
 */

const regexMayFollow =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|do|else|void|delete|await|yield))\s*$/;

/**
 * Blanks what is not code, keeping every offset and line break: comments, the insides of strings, template text and
 * regular expressions become spaces. Code inside `${}` stays. Enough of a scanner to look for words without being fooled
 * by prose; it is not a parser.
 *
 * @param {string} source
 * @returns {{ code: string, literals: Literal[] }}
 */
export function maskSource(source) {
  let code = '';
  /** @type {Literal[]} */
  const literals = [];
  /** Depth of braces at which each open `${` closes. @type {number[]} */
  const templates = [];
  let depth = 0;
  let at = 0;

  /** @param {number} end */
  const blankTo = (end) => {
    code += source.slice(at, end).replace(/[^\n]/g, ' ');
    at = end;
  };
  const keep = () => {
    code += source[at];
    at += 1;
  };
  /** Blanks up to the unescaped `quote` that closes a string begun just before `at`. @param {string} quote */
  const string = (quote) => {
    const start = at;
    keep();
    let end = at;
    while (end < source.length && source[end] !== quote && source[end] !== '\n') end += source[end] === '\\' ? 2 : 1;
    literals.push({ start, end, value: source.slice(start + 1, end) });
    blankTo(Math.min(end, source.length));
    if (source[at] === quote) keep();
  };
  /** Template text from `at` to its closing backtick or its next `${`. @param {number} start */
  const templateText = (start) => {
    let end = at;
    while (end < source.length && source[end] !== '`' && !source.startsWith('${', end))
      end += source[end] === '\\' ? 2 : 1;
    if (source[end] === '`') literals.push({ start, end, value: source.slice(start + 1, end) });
    blankTo(Math.min(end, source.length));
    if (source.startsWith('${', at)) {
      templates.push(depth);
      depth += 1;
      keep();
    }
    if (at < source.length) keep();
  };

  if (source.startsWith('#!')) blankTo(lineEnd(source, 0));
  while (at < source.length) {
    const c = source[at];
    if (source.startsWith('//', at)) blankTo(lineEnd(source, at));
    else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      blankTo(end < 0 ? source.length : end + 2);
    } else if (c === "'" || c === '"') string(c);
    else if (c === '`') {
      const start = at;
      keep();
      templateText(start);
    } else if (c === '/' && regexMayFollow.test(code.slice(-80))) blankTo(regexEnd(source, at));
    else if (c === '{') {
      depth += 1;
      keep();
    } else if (c === '}') {
      depth -= 1;
      keep();
      if (templates.at(-1) === depth) {
        templates.pop();
        templateText(at);
      }
    } else keep();
  }
  return { code, literals };
}

/** @param {string} source @param {number} from */
function lineEnd(source, from) {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

/** The offset after the regular expression that begins at `from`. @param {string} source @param {number} from */
function regexEnd(source, from) {
  let inClass = false;
  for (let k = from + 1; k < source.length && source[k] !== '\n'; k++) {
    if (source[k] === '\\') k += 1;
    else if (source[k] === '[') inClass = true;
    else if (source[k] === ']') inClass = false;
    else if (source[k] === '/' && !inClass) return k + 1;
  }
  return from + 1;
}
