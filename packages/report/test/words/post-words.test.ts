import { expect, it } from 'vitest';
import { postWords } from '../../src/words/post-words.js';

it('a post-processing that is not known, or is named like a method of objects, keeps its name', () => {
  expect(postWords('toString').label).toBe('toString');
  expect(postWords('constructor').phrase).toBe('the post-processing constructor');
});
