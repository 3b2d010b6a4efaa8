import { auditTable, type TargetRequest } from '@dpfair/fairness';
import { discreteLaplaceMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import { certificateSchema, type Look } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { certificateSection } from '../../src/certificate/certificate-section.js';
import { certificateSentences } from '../../src/certificate/certificate-sentences.js';
import { certificateTable, scanTable } from '../../src/certificate/certificate-table.js';
import { measureText } from '../../src/certificate/measure-text.js';
import { certificateOf } from '../fixtures/certificate.js';
import { counties } from '../fixtures/counties.js';
import { districts } from '../fixtures/districts.js';

const result = counties();

describe('a certificate', () => {
  it('says the smallest budget, its safe end, what is below it, and that larger ones hold', async () => {
    // 1 / (2 epsilon) < 3 from epsilon 1/6 on.
    const certificate = await certificateOf('alpha<3', { precision: 1e-6 });
    expect(certificateSchema.safeParse(certificate).success).toBe(true);
    const text = certificateSentences(result, certificate);
    expect(text).toMatch(
      /^The smallest privacy budget found that keeps the gap \(alpha\) below 3\.00 households is epsilon 0\.16666[78], with Laplace noise and clipping at zero: it is at most 2\.9999\d* households there; at epsilon 0\.16666[56] it is at least 3\.0000\d* households, which is too much\. Every larger epsilon that was tried keeps it too\.$/,
    );
    const { rows, columns } = certificateTable(result, certificate);
    expect(rows[0]?.slice(0, 3)).toEqual(['Laplace', 'clip', '✓ met']);
    expect(rows[0]?.slice(-2)).toEqual(['all hold', 'exact']);
    expect(rows[0]?.length).toBe(columns.length);
    expect(scanTable(result, certificate, certificate.options[0] as never).rows.length).toBe(25);
  });

  it('says so when nothing meets the target, and what comes nearest', async () => {
    const text = certificateSentences(result, await certificateOf('alpha<0.001', { range: [0.01, 50] }));
    expect(text).toBe(
      'No privacy budget from epsilon 0.01 to 50 keeps the gap (alpha) below 0.00100 households; it is smallest with Laplace noise and clipping at zero, 0.0100 households at epsilon 50.',
    );
  });

  it('writes a limit too small for words in digits', async () => {
    expect(certificateSentences(result, await certificateOf('alpha<1e-9', { posts: ['none'] }))).toContain(
      'below 0.000000001 households is epsilon 0.0001, with Laplace noise and the release without post-processing: it is at most 0 households',
    );
  });

  it('writes a limit too small for words in the unit of what is compared with it', async () => {
    const certificate = await certificateOf('alpha<3');
    const cost = { ...certificate, target: { ...certificate.target, measure: 'cost' as const, limit: 1e-7 } };
    const write = measureText(result, cost);
    expect(write(1e-7)).toBe('0.00001\u202f%');
    expect(write(9.985e-8)).toBe('0.000009985\u202f%');
    expect(write(2e-5)).toBe('0.0020\u202f%');
  });

  it('writes a limit that is too small even for digits as it was asked for', async () => {
    expect(certificateSentences(result, await certificateOf('alpha<1e-30', { posts: ['none'] }))).toContain(
      'below 1e-30 is',
    );
  });

  it('says so when nothing is proved, and why', async () => {
    expect(certificateSentences(result, await certificateOf('cost<0.1'))).toMatch(
      /^From epsilon 0\.0001 to 100 nothing proves that the cost of privacy is below 10\.0\u202f%, .*, where it has no value \(.*shares.*\)\.$/,
    );
  });

  it('does not hide that larger budgets fail', async () => {
    const certificate = await certificateOf('alpha<3');
    const [option] = certificate.options;
    if (option?.smallest == null) throw new Error('no budget');
    const [low, high] = [option.scan.at(-2), option.scan.at(-1)] as const;
    if (low === undefined || high === undefined) throw new Error('no scan');
    const missed = (look: Look): Look => ({ ...look, verdict: 'missed' });
    const scan = [...option.scan.slice(0, -2), missed(low), missed(high)];
    const failing = (settled: Look | null) => ({
      ...certificate,
      options: [{ ...option, holdsAbove: false, settled, below: null, scan }],
    });
    const settles = certificateSentences(result, failing({ ...option.smallest, epsilon: 2.5 }));
    expect(settles).toContain(
      ', and no smaller epsilon was tried. Some larger ones do not: all that were tried do from epsilon 2.5 on.',
    );
    expect(certificateSentences(result, failing(null))).toContain('the largest that was tried among them.');
    expect(certificateTable(result, failing(null)).rows[0]).toContain('fail at the end');
    const unproved = (last: Look['verdict'], before: Look['verdict'], settled: Look | null = null) => ({
      ...certificate,
      options: [
        {
          ...option,
          holdsAbove: false,
          settled,
          scan: [...option.scan.slice(0, -2), { ...low, verdict: before }, { ...high, verdict: last }],
        },
      ],
    });
    for (const verdict of ['inconclusive', 'undefined'] as const) {
      expect(certificateSentences(result, unproved(verdict, verdict))).toMatch(
        /\. For some larger ones, the largest that was tried among them, it is not proved either way\.$/,
      );
      expect(certificateTable(result, unproved(verdict, verdict)).rows[0]).toContain('not proved at the end');
      expect(certificateSentences(result, unproved(verdict, 'missed'))).toMatch(
        /\. Some larger ones do not, and for the largest that was tried it is not proved either way\.$/,
      );
    }
    expect(certificateSentences(result, unproved('met', 'inconclusive', high))).toMatch(
      /\. For some larger ones it is not proved either way: all that were tried keep it from epsilon 100 on\.$/,
    );
    const open = { ...option, below: { ...option.smallest, verdict: 'inconclusive' as const, epsilon: 0.1 } };
    expect(certificateSentences(result, { ...certificate, options: [open] })).toContain(
      'at epsilon 0.1 it is not proved either way',
    );
  });

  it('is written in dollars and percent where the target is', async () => {
    const shares = districts(60, { budgetDollars: 1e9 });
    const target = (text: string) => ({
      decision: 'allotment',
      posts: ['baseline'] as const,
      budgetDollars: 1e9,
      target: { text, measure: text.split('<')[0] as 'cost', limit: Number(text.split('<')[1]) },
    });
    expect(certificateSentences(shares, await certificateOf('cost<0.01', target('cost<0.01')))).toContain(
      'keeps the cost of privacy below 1.0\u202f%',
    );
    expect(certificateSentences(shares, await certificateOf('dollars<1000', target('dollars<1000')))).toContain(
      'keeps the cost of privacy below $1,000',
    );
    expect(certificateSentences(shares, await certificateOf('alpha<0.001', target('alpha<0.001')))).toContain(
      'keeps the gap (alpha) below $1.00 million',
    );
  });

  it('is a section that names seed, data and the command, inert', async () => {
    const { markup } = certificateSection(result, await certificateOf('alpha<3', { kinds: ['laplace', 'gaussian'] }));
    expect(markup).toContain('<h2 id="certificate">Certificate</h2>');
    expect(markup).toContain('Seed 7; SHA-256 of the data 3f1c.');
    expect(markup).toContain('--where &#39;a&lt;b&#39;');
    expect(markup.match(/<caption/g)?.length).toBe(3);
  });

  it('marks what it chose, and says what must be public for it', async () => {
    const certificate = await certificateOf('alpha<3', { posts: ['clip', 'sum'] });
    const { columns, rows } = certificateTable(result, certificate);
    // Under the sum projection nothing is biased, at any budget.
    expect(rows.map((row) => row[2])).toEqual(['✓ met', '✓ met, chosen']);
    expect(rows.map((row) => row[columns.indexOf('must be public')])).toEqual([
      'nothing',
      'the true total of the counts',
    ]);
    expect(certificateSentences(result, certificate)).toContain('Must be public: the true total of the counts.');
    expect(certificateSentences(result, await certificateOf('alpha<3'))).not.toContain('public');
  });

  it('says that an entity exactly on the threshold is why nothing meets the target, and what would help', async () => {
    const tied = {
      decision: 'threshold',
      posts: ['none'] as const,
      table: {
        id: ['a', 'b'],
        name: ['On', 'Over'],
        group: null,
        counts: { count: Float64Array.of(50, 400) },
        fixed: {},
      },
    };
    const ask = async (rule: string, target: string, more: Partial<TargetRequest> = {}) => {
      const asked = { ...tied, parameters: { rule }, ...more };
      const { table, decision, posts, parameters } = asked;
      const shown = await auditTable({
        table,
        decision,
        posts,
        parameters,
        mechanisms: [laplaceMechanism({ epsilon: 1 })],
        seed: parseSeed(1),
      });
      return certificateSentences({ ...result, cells: [...shown.cells] }, await certificateOf(target, asked));
    };
    const why = 'exactly on the threshold: noise with a density is on the wrong side half of the time there';
    expect(await ask('count >= 50', 'false-negative<0.01')).toContain(`1 entity stands ${why}`);
    expect(await ask('count > 50', 'false-positive<0.01')).toContain(why);
    // Nobody who stands there is entitled; nobody stands there; noise on the whole numbers is on the right side.
    expect(await ask('count > 50', 'false-negative<0.01')).not.toContain(why);
    expect(await ask('count > 49', 'false-negative<1e-30', { range: [0.01, 1] })).not.toContain(why);
    const discrete = await ask('count >= 50', 'false-negative<0.01', {
      kinds: ['discrete-laplace'],
      mechanismOf: (_, epsilon) => discreteLaplaceMechanism({ epsilon }),
    });
    expect(discrete).toMatch(/^The smallest privacy budget found/);
  });

  it('of a search that was stopped claims nothing but what was seen', async () => {
    const certificate = await certificateOf('alpha<3', { posts: ['clip', 'sum'], precision: 1e-6 });
    const cut = { ...certificate, interrupted: true, chosen: null, status: 'inconclusive' as const, looksTaken: 50 };
    const looks = String(certificate.looks);
    expect(certificateSentences(result, cut)).toBe(
      `The search was stopped after 50 of at most ${looks} looks, so that nothing is certified. By then the gap (alpha) was seen to be below 3.00 households at epsilon 0.0001, with Laplace noise and adjustment to the known total: it is at most 0 households there.`,
    );
    const none = cut.options.map((option) => ({ ...option, smallest: null }));
    expect(certificateSentences(result, { ...cut, options: none })).toMatch(
      / No epsilon that was tried by then keeps the gap \(alpha\) below 3\.00 households for sure\.$/,
    );
  });
});
