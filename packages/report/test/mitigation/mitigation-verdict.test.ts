import type { Mitigation } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { summaryTable, type TextTable, terminalBlocks, verdict } from '../../src/index.js';
import { certificateOf } from '../fixtures/certificate.js';
import { asItWas, everyKind, type MitigatedCase, mitigated } from '../fixtures/mitigated.js';

const pos = (bias: readonly [number, number], standardError = 0): MitigatedCase => ({
  id: 'pos',
  change: 'post-processing',
  bias,
  standardError,
});

describe('the verdict of a comparison of mitigations', () => {
  it('says what is free, what more privacy would do, and what more can be had for', () => {
    const text = verdict(mitigated(everyKind));
    expect(text).toContain('narrows the gap 100-fold at no price.');
    expect(text).toContain('Twice the privacy budget would narrow it 4.0-fold.');
  });

  it('claims nothing that the interval does not hold', () => {
    const unsure = verdict(mitigated([asItWas, pos([0.5e-4, -0.5e-4], 3e-5)]));
    expect(unsure).toContain('Nothing that is free and assumes nothing clearly narrows the gap.');
    const sure = verdict(mitigated([asItWas, pos([1e-6, -1e-6], 1e-6)]));
    // The gap of 2e-6 is at most 2e-6 + 2.6 sqrt(2) 1e-6 = 5.68e-6, a 35th of 2e-4.
    expect(sure).toContain('narrows the gap at least 35.2-fold at no price.');
  });

  it('says at least where the interval allows more, of more privacy and of what must be public too', () => {
    const unsure = { standardError: 1e-6, bias: [0.6e-4, -0.6e-4] } as const;
    const text = verdict(
      mitigated([
        asItWas,
        {
          id: 'more-epsilon',
          change: 'privacy',
          epsilon: 0.2,
          ...unsure,
          more: { facts: [{ id: 'epsilon-factor', name: 'budget', value: 2 }] },
        },
        { id: 'linear-proxy', change: 'substitute', ...unsure, more: { assumes: ['the total 1000'] } },
      ]),
    );
    // 1.2e-4 of 2e-4 is 40 % less, and surely less than that with an interval of some 4e-6.
    expect(text).toMatch(/Twice the privacy budget would narrow it at least by 3[78]\.\d\s%\./);
    expect(text).toMatch(/Dividing by a public constant would narrow it at least by 3[78]\.\d\s%, but asks/);
    const free = verdict(mitigated([asItWas, { ...pos([0.6e-4, -0.6e-4]), standardError: 1e-6 }]));
    expect(free).toMatch(/narrows the gap at least by 3[78]\.\d\s% at no price/);
  });

  it('looks facts up by what they are, wherever they stand, and leaves out what a result does not name', () => {
    const spent = (facts: Mitigation['facts']) =>
      verdict(
        mitigated([
          asItWas,
          { id: 'more-epsilon', change: 'privacy', bias: [2.5e-5, -2.5e-5], epsilon: 0.2, more: { facts } },
        ]),
      );
    const factor = { id: 'epsilon-factor', name: 'budget', value: 2 };
    const other = { id: 'another', name: 'another', value: 7 };
    for (const facts of [[factor], [other, factor], [factor, other]])
      expect(spent(facts)).toContain('Twice the privacy budget would narrow it 4.0-fold.');
    expect(spent([{ name: 'budget', value: 2 }])).not.toContain('privacy budget would');
    const safe = (facts: Mitigation['facts']) =>
      verdict(
        mitigated([
          asItWas,
          {
            id: 'no-penalty',
            change: 'substitute',
            bias: [0.02, 0.03],
            price: 0.05,
            more: { facts, settings: { name: 'no-penalty' } },
          },
        ]),
      );
    const chance = { id: 'nobody-loses', name: 'chance', value: 0.95 };
    expect(safe([chance, other])).toMatch(/with probability 95\.0\s% nobody loses/);
    expect(safe([other])).not.toContain('nobody loses');
  });

  it('calls a gap of nothing removed', () => {
    expect(verdict(mitigated([asItWas, pos([0, 0])]))).toContain('removes the gap at no price.');
  });

  it('does not call free what pays more than the budget, or can be negative', () => {
    const dear = { ...pos([1e-6, -1e-6]), change: 'substitute', price: 0.1 } as const;
    expect(verdict(mitigated([asItWas, dear]))).toContain('Nothing that is free');
    const negative = { ...pos([1e-6, -1e-6]), more: { payable: false } };
    expect(verdict(mitigated([asItWas, negative]))).toContain('Nothing that is free');
  });

  it('names what must be public beside what it would give', () => {
    const assumed: MitigatedCase = {
      id: 'linear-proxy',
      change: 'substitute',
      bias: [0, 0],
      more: { payable: false, assumes: ['the total 1000'] },
    };
    expect(verdict(mitigated([asItWas, assumed]))).toContain(
      'Dividing by a public constant would remove it on average, but asks for more than the noisy counts: the total 1000; single shares can be negative.',
    );
  });

  it('speaks of the decision as it is alone where it has no gap', () => {
    const text = verdict(mitigated([{ ...asItWas, bias: [0, 0] }, pos([1e-6, -1e-6])]));
    expect(text).toContain('treats all entities alike');
    expect(text).not.toContain('at no price');
  });

  it('begins with the certificate, names the noise that it chose, and says what the rest is compared with', async () => {
    const compared = mitigated([asItWas, pos([1e-6, -1e-6])], { epsilons: [1 / 6] });
    const certificate = await certificateOf('alpha<3', { kinds: ['gaussian', 'laplace'], precision: 1e-6 });
    const [gaussian, option] = certificate.options;
    if (gaussian === undefined || option?.smallest == null) throw new Error('no budget');
    const smallest = { ...option.smallest, epsilon: 1 / 6 };
    const of = (post: string, chosen: number | null) => ({
      ...compared,
      certificate: { ...certificate, chosen, options: [gaussian, { ...option, post, smallest }] },
    });
    const text = verdict(of('pos', 1));
    expect(text).toMatch(/^The smallest privacy budget found .* epsilon 0\.166667, with Laplace noise and /);
    expect(text).toContain(
      'The rest compares mitigations with the baseline rule, which is not what was certified. Under Laplace epsilon 0.166667 ',
    );
    expect(verdict(of('baseline', 1))).not.toContain('The rest compares');
    expect(verdict(of('pos', null))).not.toContain('The rest compares');
    expect(summaryTable(of('pos', 1)).rows.map((row) => row.slice(1, 3))).toEqual([
      ['Laplace epsilon 0.166667', 'baseline'],
      ['Laplace epsilon 0.166667', 'pos (target)'],
    ]);
    const [first, second] = terminalBlocks(of('pos', 1));
    expect([first, second].map((block) => (block as TextTable).columns[0])).toEqual(['noise', 'efficient']);
  });
});
