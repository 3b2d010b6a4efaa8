import { ruleFault } from '../../messages.js';

/** A word, a number or a sign of a rule, and where it starts, from 1. */
export interface Token {
  readonly kind: 'number' | 'name' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly column: number;
}

const words = new Set(['and', 'or', 'xor', 'not']);
const patterns = [
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[A-Za-z_]\w*/y],
  ['sign', />=|<=|[<>+\-*/()]/y],
] as const;

/** @throws DpfairError `usage` for a character that no rule has. */
export function tokensOf(rule: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    while (/\s/.test(rule[at] ?? '')) at += 1;
    if (at >= rule.length) return [...tokens, { kind: 'end', text: 'the end', column: at + 1 }];
    const token = tokenAt(rule, at);
    if (token === null)
      throw ruleFault(rule, at + 1, rule[at] as string, 'names, numbers, and or xor not, < > <= >= + - * / ( )');
    tokens.push(token);
    at += token.text.length;
  }
}

function tokenAt(rule: string, at: number): Token | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const text = pattern.exec(rule)?.[0];
    const word = text?.toLowerCase() ?? '';
    if (words.has(word)) return { kind: 'word', text: word, column: at + 1 };
    if (text !== undefined) return { kind, text, column: at + 1 };
  }
  return null;
}
