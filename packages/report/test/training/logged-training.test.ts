import { describe, expect, it } from 'vitest';
import { renderHtml, resultCsv, terminalBlocks } from '../../src/index.js';
import { loggedTraining } from '../fixtures/training/logged-training.js';

describe('what is said of a training by its logs', () => {
  it('is who bears the cost, where the terms are largest, and that the guarantee is not known', () => {
    const [table, verdict] = terminalBlocks(loggedTraining(true));
    expect(verdict).toContain('Female by 0.0121 (0.0117 to 0.0125)');
    expect(verdict).toContain('The sum of the clipping terms is largest for');
    expect(verdict).toContain('A log does not say how private the training is.');
    expect(verdict).not.toMatch(/not private|Accuracy/);
    expect(table).toMatchObject({ columns: expect.arrayContaining(['clipping terms', 'noise terms']) });
  });

  it('never calls a cost zero, small or open that the log does not have', () => {
    const [, verdict] = terminalBlocks(loggedTraining(false));
    expect(verdict).toContain('What privacy costs each group is not known');
    expect(verdict).not.toMatch(/distinguishable|raises|lowers|Most is borne/);
  });

  it.each([true, false])(
    'is on a page that names every log and what is not known, names inert (risk: %s)',
    async (withRisk) => {
      const page = await renderHtml(loggedTraining(withRisk));
      expect(page).toContain('one.jsonl');
      expect(page).toContain('Not known from a log');
      expect(page.includes('the field nonPrivateLoss')).toBe(!withRisk);
      expect(page).not.toContain('<img src=x');
      expect(page).not.toMatch(/\bNaN\b|undefined|\bnull<|Parts from clipping and from noise/);
    },
  );

  it('is CSV in which the unknown is empty', () => {
    const [head = '', first = ''] = resultCsv(loggedTraining(true)).split('\n');
    const place = (name: string) => first.split(',')[head.split(',').indexOf(name)];
    expect(['private', 'training_rows', 'end_clipping_part'].map(place)).toEqual(['', '', '']);
    expect(place('end_noise')).not.toBe('');
  });
});
