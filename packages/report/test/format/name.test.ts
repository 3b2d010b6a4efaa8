import { describe, expect, it } from 'vitest';
import { cleanText, cutName } from '../../src/format/name.js';

describe('names', () => {
  it('are cut in the middle, by characters and not by code units', () => {
    expect(cutName('Los Angeles Unified School District', 20)).toBe('Los Angele…District');
    expect(cutName('😀'.repeat(30), 5)).toBe('😀😀…😀😀');
    expect(cutName('short')).toBe('short');
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
