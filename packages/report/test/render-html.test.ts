import { renderHtml } from '@dpfair/report';
import { type AuditResult, auditResultSchema } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISSING } from '../src/format/index.js';
import { answerSummaryMessages, answerWhoMessages } from '../src/messages/answer-messages.js';
import { pageMessages, repeatMessages, testedMessages, whoMessages } from '../src/messages/page-messages.js';
import { answers } from './fixtures/answers.js';
import { counties } from './fixtures/counties.js';
import { districts } from './fixtures/districts.js';
import { hostileResult } from './fixtures/hostile-result.js';
import { brokenDrawing, forbidden, malformed, runningText } from './fixtures/plain-text.js';
import { randomResult } from './fixtures/random-result.js';

/** The pages that several tests read, each drawn once. */
const drawn = new Map<string, Promise<string>>();
const pageOf = (result: AuditResult, name: string): Promise<string> => {
  const page = drawn.get(name) ?? renderHtml(result);
  drawn.set(name, page);
  return page;
};
const districtsPage = (entities: number) => pageOf(districts(entities), `districts ${entities}`);
const answersPage = () => pageOf(answers(), 'answers');
const countiesPage = () => pageOf(counties(), 'counties');

const withoutData = (page: string) => page.replace(/href="data:[^"]*"/g, '');

describe('renderHtml', () => {
  it('takes valid results', () => {
    for (const result of [districts(60), counties(), answers(), hostileResult()])
      expect(auditResultSchema.parse(result)).toEqual(result);
  });

  it('lists published answers that differ, the entities with most people, and only those whose people are counted', async () => {
    const result = answers(60);
    const mismatch = { line: 298, id: '35059-2', flag: 'FLAG5', published: 1 as const, computed: 0 as const };
    const cells = result.cells.map((cell) => {
      const people = cell.entities.count.map((count, index) => (index % 2 === 0 ? count : null));
      const losing = { entities: 30, people: 9000, expected: 50, lower: 50, upper: 50 };
      return { ...cell, entities: { ...cell.entities, people }, people: { role: 'lep', losing, gaining: losing } };
    });
    const page = await renderHtml({ ...result, cells, input: { ...result.input, mismatches: [mismatch] } });
    expect(page).toContain(testedMessages.mismatch('298', '35059-2', 'FLAG5', '1', '0'));
    expect(page).toContain(answerWhoMessages.noteCounted());
    expect(page).toContain('entities with most people who are expected to lose');
    expect(page).toContain(answerSummaryMessages.ofEntitled('9,000', 'lep'));
    // County 7 is above the limit by one count and not counted, County 14 is.
    const who = page.slice(page.indexOf('id="who"'), page.indexOf('id="groups"'));
    expect(who).toContain('County 14<');
    expect(who).not.toContain('County 7<');
    expect(malformed(page)).toBeNull();
    const agreeing = await renderHtml({ ...result, input: { ...result.input, mismatches: [] } });
    expect(agreeing).toContain(testedMessages.mismatchesNone());
  });

  it('is well formed and reads without a number that is none, for realistic results', async () => {
    for (const page of await Promise.all([
      districtsPage(1000),
      renderHtml(districts(400, { budgetDollars: null })),
      countiesPage(),
      renderHtml(counties(1e-4, 5e-4)),
      answersPage(),
      renderHtml(answers(400)),
    ])) {
      expect(malformed(page)).toBeNull();
      expect(forbidden.exec(runningText(page))).toBeNull();
    }
  });

  it('never throws, stays well formed and free of internals for any valid result', async () => {
    await fc.assert(
      fc.asyncProperty(randomResult, async (result) => {
        const page = await renderHtml(result);
        expect(malformed(page)).toBeNull();
        expect(brokenDrawing(page)).toBeNull();
        expect(forbidden.exec(runningText(page))).toBeNull();
        expect(/<(?:script|img|iframe|object|embed|link|form)\b/i.exec(page)).toBeNull();
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it('gives the same bytes for the same result', async () => {
    expect(await renderHtml(structuredClone(districts(200)))).toBe(await renderHtml(districts(200)));
  });

  it('escapes every text from outside', async () => {
    const page = await renderHtml(hostileResult());
    expect(malformed(page)).toBeNull();
    expect(/<(?:script|img)\b/i.exec(page)).toBeNull();
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;');
    expect(/(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/u.exec(page)).toBeNull();
  });

  it('forbids scripts and loading by its own policy, before anything else can be read', async () => {
    const page = await countiesPage();
    const policy = page.indexOf("default-src 'none'");
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(page.indexOf('<title>'));
    expect(/https?:/.exec(withoutData(page).replaceAll('http://www.w3.org/2000/svg', ''))).toBeNull();
  });

  it('has headings in order and one table caption for every table', async () => {
    const page = await districtsPage(400);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    const steps = levels.slice(1).map((level, index) => level - (levels[index] as number));
    expect(Math.max(...steps)).toBe(1);
    expect(page.match(/<caption/g)?.length).toBe(page.match(/<table/g)?.length);
    expect(/<th(?! scope="(?:row|col|colgroup)")[ >]/.exec(page)).toBeNull();
  });

  it('stays under 300 kB beside its inlined data for 1,000 entities, three budgets and two post-processings', async () => {
    expect(withoutData(await districtsPage(1000)).length).toBeLessThan(300_000);
  });

  it('stays under 1.5 MB for 16,441 entities and says where the rest is', async () => {
    const page = await renderHtml(districts(16_441), { jsonFile: 'out/<result>.json' });
    expect(page.length).toBeLessThan(1_500_000);
    expect(page).toContain(repeatMessages.tooLarge('16,441'));
    expect(page).toContain('out/&lt;result&gt;.json');
    expect(page).not.toContain('download="result.json"');
  });

  it('holds the whole result as a download for 2,000 entities or fewer', async () => {
    const result = districts(150);
    const page = await renderHtml(result);
    const address = /download="result\.json" href="data:application\/json;charset=utf-8,([^"]*)"/.exec(page)?.[1];
    expect(JSON.parse(decodeURIComponent(address as string))).toEqual(JSON.parse(JSON.stringify(result)));
  });
});

describe('the data of the figures', () => {
  it('are tables of their own, but for the groups, whose section is named instead', async () => {
    const page = await districtsPage(400);
    const owned = [...page.matchAll(/<caption id="figure-([a-z-]+)-data"/g)].map(([, id]) => id);
    expect(owned).toEqual(['bias-against-truth', 'gap-against-budget', 'harm-by-size']);
    const figure = page.slice(page.indexOf('id="figure-groups"'), page.indexOf('id="who"'));
    expect(figure).toContain(`<a href="#groups">${pageMessages.groups()}</a>`);
    expect(page.match(/ id="groups"/g)).toHaveLength(1);
    expect(page).toContain('<caption id="groups-1"');
  });
});

describe('the download for spreadsheets', () => {
  it('is inside the page, every combination in it, and under half the size of the result it stands beside', async () => {
    const page = await districtsPage(1000);
    const size = (file: string) => new RegExp(`download="${file}" href="([^"]*)"`).exec(page)?.[1]?.length ?? 0;
    expect(size('gains-and-losses.csv')).toBeGreaterThan(1000 * 6 * 10);
    expect(size('gains-and-losses.csv')).toBeLessThan(size('result.json') / 2);
  });
});

describe('what was done to the text of the file', () => {
  const withNotes = (notes?: string[]) => {
    const result = counties();
    return renderHtml({ ...result, input: { ...result.input, ...(notes === undefined ? {} : { notes }) } });
  };

  it('is told where the data are described, escaped', async () => {
    const page = withoutData(await withNotes(['2 title rows above the header left out', '<b>"padded"</b> codes']));
    const tested = page.slice(page.indexOf('id="tested"'), page.indexOf('id="numbers"'));
    expect(tested).toContain(
      `<dt>${testedMessages.notes()}</dt><dd><ul><li><bdi>2 title rows above the header left out</bdi></li>` +
        '<li><bdi>&lt;b&gt;&quot;padded&quot;&lt;/b&gt; codes</bdi></li></ul></dd>',
    );
  });

  it('is not mentioned when nothing was', async () => {
    for (const notes of [undefined, []]) {
      expect(withoutData(await withNotes(notes))).not.toContain(testedMessages.notes());
    }
  });
});

describe('rows that were left out', () => {
  const skipped = (count: number) => {
    const result = counties();
    const rows = Array.from({ length: count }, (_, index) => ({ line: index + 2, reason: `no count ${index}` }));
    return renderHtml({ ...result, input: { ...result.input, skipped: rows } });
  };

  it('are named under the verdict, and listed in the open up to ten', async () => {
    const one = await skipped(1);
    expect(one).toContain('<p class="left-out">1 row is left out: see <a href="#tested">');
    expect(one).toContain('<details open><summary>1 row was not analysed</summary>');
    expect(await skipped(10)).toContain('<details open><summary>10 rows were not analysed</summary>');
    expect(await skipped(11)).toContain('<details><summary>11 rows were not analysed</summary>');
  });

  it('are not mentioned when there are none', async () => {
    expect(await skipped(0)).not.toContain('class="left-out"');
  });
});

describe('the words beside the tables', () => {
  it('call a difference exact only where no series was used', async () => {
    const mixed = await districtsPage(60);
    expect(mixed).toContain(whoMessages.noteBoth('PoS rule'));
    const only = (method: string) => {
      const result = districts(60);
      return renderHtml({ ...result, cells: result.cells.filter((cell) => cell.method === method) });
    };
    const series = await only('series');
    expect(series).toContain(whoMessages.noteSeries());
    expect(series).not.toContain('exact up to');
    expect(await only('exact')).toContain(whoMessages.noteComputed());
  });

  it('never show a percentage of infinity from a warning', async () => {
    const message = 'epsilon 1: the series states an error of Infinity % of alpha';
    const page = withoutData(
      await renderHtml({ ...counties(), warnings: [{ code: 'series-error-above-tolerance', message }] }),
    );
    expect(page).not.toContain('Infinity');
    expect(page).toContain('states an error of an unbounded percentage of alpha');
  });

  it('tell once per rule how probable a noisy total at or below zero is', async () => {
    const result = districts(60);
    const cells = result.cells.map((cell, index) => ({
      ...cell,
      normaliser: {
        probabilityNotPositive: [1e-9, 0, 0.0005, 0, 0.25, 0][index] as number,
        convention: 'all get the same.',
      },
    }));
    const page = withoutData(await renderHtml({ ...result, cells }));
    expect(page.match(/the noisy total is zero or negative/g)).toHaveLength(1);
    expect(page).toContain(
      'With the baseline rule the noisy total is zero or negative with probability below 1 in a million at epsilon 0.1, ' +
        '1 in 2,000 at epsilon 0.01, 25.0\u202f% at epsilon 0.001; then all get the same.',
    );
  });
});

describe('a cell that is not defined', () => {
  const undefinedPage = async () => {
    const result = districts(60, { budgetDollars: 1e6 });
    const reason = 'because the noisy total is zero or negative with probability 34.6 %';
    const nothing = {
      estimate: null,
      lower: null,
      upper: null,
      most: null,
      least: null,
      plugIn: null,
      noiseFloor: null,
    };
    const none = { share: null, lower: null, upper: null, dollars: null, dollarsLower: null, dollarsUpper: null };
    const cells = result.cells.slice(0, 2).map((cell, index) =>
      index === 0
        ? cell
        : {
            ...cell,
            alpha: { ...cell.alpha, ...nothing, reason },
            costOfPrivacy: { ...none, reason },
            entities: { ...cell.entities, bias: cell.entities.bias.map(() => null) },
            bySize: [],
            groups: cell.groups.map((group) => ({ ...group, bias: null, lower: null, upper: null })),
          },
    );
    return withoutData(await pageOf({ ...result, cells }, 'not defined'));
  };

  it('gives its reason once, in a cell of words that wraps, and names no extreme', async () => {
    const text = await undefinedPage();
    const numbers = text.slice(text.indexOf('id="numbers"'), text.indexOf('id="figures"'));
    expect(numbers).toContain(
      '<td class="reason start">not defined because the noisy total is zero or negative with probability 34.6 %</td>' +
        `<td>not defined</td><td>${MISSING}</td><td>${MISSING}</td></tr>`,
    );
    expect(numbers).not.toMatch(/none loses|none gains/);
  });

  it('is called so in its panel of every figure, wide and narrow', async () => {
    const drawings = [...(await undefinedPage()).matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => svg);
    expect(drawings).toHaveLength(6);
    for (const svg of drawings) expect(svg).toContain('>not defined</text>');
    expect(await districtsPage(60)).not.toContain('>not defined</text>');
  });
});

describe('a run that was stopped', () => {
  it('does not speak of numbers where there are none', async () => {
    const result = counties();
    const run = { ...result.run, interrupted: true };
    const some = await renderHtml({ ...result, run });
    expect(some).toContain(testedMessages.interrupted());
    const cells = result.cells.map((cell) => ({ ...cell, alpha: { ...cell.alpha, estimate: null } }));
    const none = await renderHtml({ ...result, run, cells });
    expect(none).not.toContain(testedMessages.interrupted());
    expect(none).toContain(testedMessages.interruptedBefore());
    const exact = cells.map((cell) => ({ ...cell, method: 'exact' as const }));
    expect(await renderHtml({ ...result, run, cells: exact })).toContain(testedMessages.interruptedExact());
  });
});

describe('the words of an allotment', () => {
  it('speak of weights only where one is mapped', async () => {
    const result = districts(60);
    const plain = await districtsPage(60);
    expect(plain).toContain('allotment of a whole in proportion to the count');
    expect(withoutData(plain)).not.toMatch(/weight times count|weights are public/);
    const input = { ...result.input, columns: { ...result.input.columns, weight: 'ppe' } };
    const weighted = await renderHtml({ ...result, input });
    expect(weighted).toContain('allotment of a whole in proportion to weight times count');
    expect(weighted).toContain('the weights are public');
  });
});
