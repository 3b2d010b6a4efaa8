import { describe, expect, it } from 'vitest';
import { mergeMarks } from '../../../src/figures/drawing/merge-marks.js';

describe('smaller drawings', () => {
  it('join lines and boxes that look alike, in order', () => {
    expect(
      mergeMarks(
        '<line transform="translate(1,2)" x2="3" y2="0" stroke="#000"/><path d="M0,0h1" stroke="#000"/><path d="M5,5h1" fill="#fff"/>',
      ),
    ).toBe('<path d="M1,2l3,0M0,0h1" stroke="#000"/><path d="M5,5h1" fill="#fff"/>');
  });

  it('write what texts have in common once', () => {
    expect(
      mergeMarks(
        '<text transform="translate(1,1)" fill="#000">a</text><text transform="translate(2,1)" fill="#000">b</text>',
      ),
    ).toBe('<g fill="#000"><text transform="translate(1,1)">a</text><text transform="translate(2,1)">b</text></g>');
  });
});
