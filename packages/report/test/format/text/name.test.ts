import { describe, expect, it } from 'vitest';
import { cleanText, cutName } from '../../../src/format/text/name.js';

describe('names', () => {
  it('are cut in the middle, by characters and not by code units', () => {
    expect(cutName('Los Angeles Unified School District', 20)).toBe('Los Angele…District');
    expect(cutName('😀'.repeat(30), 5)).toBe('😀😀…😀😀');
    expect(cutName('short')).toBe('short');
  });

  it('lose what stands in brackets first, so that the state and the language stay', () => {
    const name = 'Del Norte County, California - American Indian (all other American Indian Tribes)';
    expect(cutName(name, 60)).toBe('Del Norte County, California - American Indian (…)');
    expect(cutName(name, 44)).toBe('Del Norte…, California - American Indian (…)');
    expect(cutName(name, 24)).toBe('Del Norte Co…Indian (…)');
    expect(cutName(name, 81)).toBe(name);
  });

  it('that are cut within quotation marks keep none of them', () => {
    expect(cutName('Union "Casa Grande" Consolidated', 24)).toBe('Union Casa…onsolidated');
    expect(cutName('Consolidated District of "Casa Grande"', 24)).toBe('Consolidated…asa Grande');
    expect(cutName('"Rio" Unified School District "Sur"', 20)).toBe('"Rio" Unif…ict "Sur"');
  });

  it('lose control characters, direction overrides and lone surrogates, and keep all else', () => {
    expect(cleanText('a\u0000b\u202ec\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(cleanText('Ñandú <b> 😀')).toBe('Ñandú <b> 😀');
  });
});
