import { resultFromJson, resultToJson, type SmoothingResult } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderHtml, resultCsv, terminalBlocks } from '../../src/index.js';
import { repeatSection } from '../../src/sections/method/repeat-section.js';
import { smoothingFigures } from '../../src/smoothing/figures/smoothing-figures.js';
import { changedRows, sureness, unsureRows } from '../../src/smoothing/rows.js';
import { smoothingMethodSection } from '../../src/smoothing/sections/method-section.js';
import { smoothedRowsSection } from '../../src/smoothing/sections/rows-section.js';
import { searchesSection } from '../../src/smoothing/sections/searches-section.js';
import { smoothingTestedSection } from '../../src/smoothing/sections/tested-section.js';
import { columnsOf, columnsThatDiffer, differenceTexts } from '../../src/smoothing/words/column-words.js';
import { notesOnFound } from '../../src/smoothing/words/search-words.js';
import { bySeverity, largestRatio } from '../../src/smoothing/worst-pairs.js';
import { csvCells } from '../fixtures/csv-cells.js';
import { hostileNames, withTexts } from '../fixtures/hostile.js';
import { flaws, forbidden, malformed, runningText } from '../fixtures/plain-text.js';
import { buildSmoothing, pairSearch, smoothingRun, wholeSmoothing } from '../fixtures/smoothing/build-smoothing.js';
import { randomSmoothing } from '../fixtures/smoothing/random-smoothing.js';

/** Drawing a page takes a second; each run has fresh numbers. */
const RUNS = 1;
const figuresOf = (result: SmoothingResult) => smoothingFigures(result).filter((figure) => figure !== null);
const whole = wholeSmoothing();
const audit = buildSmoothing([], { searches: [pairSearch('model', 'nearest'), pairSearch('model', 'changed')] });

/** Keys of texts that come from outside. */
const outside = [
  ...['group', 'groups', 'label', 'path', 'command', 'message', 'column', 'summary', 'reason', 'classes', 'columns'],
  'changed',
];

describe('a result of smoothing', () => {
  it('goes through the published schema and back without a change', () => {
    for (const result of [whole, audit]) expect(resultFromJson(resultToJson(result), 'r.json')).toEqual(result);
  });

  it('says that ratios of sampled answers are not exact, on page and terminal, and says it of no others', async () => {
    const saysSo = async (result: SmoothingResult) =>
      [await renderHtml(result), JSON.stringify(terminalBlocks(result))].map((text) =>
        text.includes('ratios of them are not exact'),
      );
    expect(await saysSo(whole)).toEqual([true, true]);
    expect(await saysSo(audit)).toEqual([false, false]);
  });

  it('has the scale of the metric of an audit beside its searches in the CSV', () => {
    const { metric } = smoothingRun();
    const lines = csvCells(resultCsv({ ...audit, metric: { ...metric, constant: 0.25 } }));
    const [head = [], ...rows] = lines;
    expect(new Set(rows.map((cells) => cells[head.indexOf('scale')]))).toEqual(new Set(['0.25']));
  });

  it('says at what confidence the intervals of rows hold', async () => {
    const run = smoothingRun();
    const rows = run.rows && { ...run.rows, confidence: 0.995 };
    expect(smoothedRowsSection(buildSmoothing([{ ...run, rows }]))?.markup).toMatch(/selected \(99\.5.%\)/);
  });

  it('is CSV with a row a group and scale, row, column, search and pair, each as long as the header', () => {
    const [head = [], ...rows] = csvCells(resultCsv(whole));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    const count = (record: string) => rows.filter(([first]) => first === record).length;
    expect(['group', 'row', 'column', 'search', 'search-group', 'pair'].map(count)).toEqual([20, 332, 15, 6, 12, 16]);
    const row =
      rows.find(([record, , , , ...rest]) => record === 'row' && rest[head.indexOf('line') - 4] === '3') ?? [];
    const at = (name: string) => row[head.indexOf(name)];
    expect([at('before'), at('after'), at('probability_of_>50K'), at('samples')]).toEqual([
      '<=50K',
      '<=50K',
      '0.37',
      '2048',
    ]);
  });
});

describe('the page of smoothing', () => {
  it('is well formed and readable with everything in it, and with hardly anything', async () => {
    const bare = buildSmoothing([smoothingRun(undefined, { rows: null, groups: [] })]);
    for (const result of [whole, audit, bare, buildSmoothing([])]) {
      expect(flaws(await renderHtml(result))).toEqual([]);
    }
  });

  it('keeps text from outside inert', async () => {
    const few = buildSmoothing(undefined, { searches: [pairSearch('smoothed', 'changed')], warnings: whole.warnings });
    const page = await renderHtml(withTexts(few, outside, `${hostileNames[1]}${hostileNames[3]}`));
    expect(/<(?:img|script|svg onload)/.test(page)).toBe(false);
    expect(malformed(page)).toBeNull();
  });

  it('is well formed and readable whatever the numbers are', async () => {
    await fc.assert(
      fc.asyncProperty(randomSmoothing, async (result) => {
        expect(flaws(await renderHtml(resultFromJson(resultToJson(result), 'r.json')))).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('carries no result that is too large for a page, and says where it is', () => {
    const { markup } = repeatSection({ ...whole, data: { ...whole.data, rows: 48_842 } }, 'big.json');
    expect(markup).toContain('The full result holds 48,842 rows');
    expect(markup).toContain('big.json');
    expect(markup).not.toContain('download=');
    expect(repeatSection(whole, null).markup).toContain('download="smoothing.csv"');
  });

  it('says in words what metric, noise, draws and searches there were', () => {
    const { markup } = smoothingTestedSection(whole);
    for (const text of [
      'The root of the sum of the squared weighted differences (L2); weights in proportion to the coefficients of a logistic model, multiplied by 1',
      'sex=Male, read as 0 for everybody',
      'Gaussian noise, the same draws for all rows',
      'with as many draws as the answers for each row ask for; 1,024 to 16,384 draws a row, after 496 that decided how many',
      'Sex changed: all 320 rows, each beside copies of itself with up to 4 other values',
    ])
      expect(markup).toContain(text);
  });

  it('of a run that was stopped says of how many rows it has numbers, or that searches are missing', () => {
    const stopped = (result: SmoothingResult) =>
      smoothingTestedSection({ ...result, run: { ...result.run, interrupted: true } }).markup;
    const one = buildSmoothing();
    expect(smoothingTestedSection(one).markup).toContain('320 classified');
    const part = stopped({ ...one, data: { ...one.data, rows: 579 } });
    expect(part).toContain('320 of 579 classified');
    expect(part).toContain('numbers rest on fewer rows');
    expect(part).not.toContain('trials');
    expect(stopped(audit)).toContain('searches that had not ended');
  });

  it.each([
    [null, 'The largest of the weighted differences (the maximum norm)'],
    [1, 'The sum of the weighted differences (L1)'],
    [3, 'The L3 norm of the weighted differences'],
  ])('has words for the norm %j', (norm, words) => {
    const run = smoothingRun();
    const { markup } = smoothingTestedSection(buildSmoothing([{ ...run, metric: { ...run.metric, norm } }]));
    expect(markup).toContain(words);
    expect(forbidden.exec(runningText(markup))).toBeNull();
  });

  it('of an audit has the metric too, and what is held only where the smoothed model was searched', () => {
    const { metric } = smoothingRun();
    const ofModel = smoothingTestedSection({ ...audit, metric }).markup;
    expect(ofModel).toContain('multiplied by 1');
    expect(ofModel).not.toContain('read as 0 for everybody');
    const both = { ...audit, metric, searches: [...audit.searches, pairSearch('smoothed', 'nearest')] };
    expect(smoothingTestedSection(both).markup).toContain('read as 0 for everybody');
  });

  it('of an audit says noise, draws and delta where the smoothed model was searched', () => {
    const { metric, noise } = smoothingRun();
    const sampled = { noise, samples: 200, excess: 0.4101, delta: 1e-4, pairs: 503, bound: 'theorem-8' } as const;
    const { markup } = smoothingTestedSection({ ...audit, metric, sampled });
    for (const text of [
      'Gaussian noise, the same draws for all rows',
      'Each answer of the smoothed model is a frequency of 200 draws; sampling adds at most 0.411 to the total variation of two, but for a probability of 1 in 10,000, for all pairs that are searched at once, up to 503; by Hoeffding',
    ])
      expect(markup).toContain(text);
    const few = smoothingTestedSection({ ...audit, metric, sampled: { ...sampled, excess: 1 } }).markup;
    expect(few).toContain('200 draws, too few for any bound on what sampling adds');
    expect(smoothingTestedSection({ ...audit, metric }).markup).not.toContain('Draws of the search');
    const explained = (result: SmoothingResult) =>
      smoothingMethodSection(result).markup.includes('With noise made for');
    expect([explained({ ...audit, sampled }), explained(audit)]).toEqual([true, false]);
  });

  it('calls a ratio above 1 unfair only where answers are no estimates, and says else what is', () => {
    const notes = (result: SmoothingResult) => {
      const { markup = '' } = searchesSection(result, null) ?? {};
      return [
        'A ratio above 1 is unfair',
        'A pair is shown to be unfair where its answers are more than 0.05 farther apart',
      ].map((words) => markup.split(words).length - 1);
    };
    expect(notes(audit)).toEqual([1, 0]);
    expect(notes(whole)).toEqual([1, 1]);
    const smoothed = (excess: number) =>
      buildSmoothing([], { searches: [pairSearch('smoothed', 'nearest', { excess })] });
    expect(notes(smoothed(0.05))).toEqual([0, 1]);
    expect(searchesSection(smoothed(1), null)?.markup).toContain('none of them can show a pair to be unfair');
  });

  it('says why a ratio is missing', () => {
    expect(searchesSection(whole, null)?.markup).toContain(
      'A dash stands for a ratio that is not defined: the metric sees them as the same.',
    );
  });
});

describe('the figures of smoothing', () => {
  const ids = (result: SmoothingResult) => figuresOf(result).map(({ id }) => id);

  it('are those that the result has data for', () => {
    expect(ids(whole)).toEqual(['trade-off', 'before-after', 'metric', 'pairs']);
    expect(ids(buildSmoothing())).toEqual(['before-after', 'metric']);
    expect(ids(audit)).toEqual(['pairs']);
    expect(ids({ ...audit, metric: smoothingRun().metric })).toEqual(['metric', 'pairs']);
    expect(ids(buildSmoothing([]))).toEqual([]);
  });

  it('pairs: has no panel for pairs that are all too far apart to be drawn', () => {
    const far = pairSearch('smoothed', 'nearest');
    const searches = [{ ...far, worst: far.worst.map((pair) => ({ ...pair, inputDistance: 400 })) }];
    expect(ids(buildSmoothing([], { searches }))).toEqual([]);
    const captions = JSON.stringify(
      figuresOf(buildSmoothing([], { searches: [...searches, pairSearch('model', 'nearest')] }))[0]?.draw('wide'),
    );
    expect(captions).toContain('The model as it is');
    expect(captions).not.toContain('The smoothed model');
  });

  it('state what the numbers allow, and have rows as long as the head', () => {
    const figures = figuresOf(whole);
    expect(figures.map(({ title }) => title.replaceAll('\u202f', ' '))).toEqual([
      expect.stringMatching(
        /^From scale 0\.25 to 4 the probability of the right class goes from 68\.\d % to 80\.\d %; it is 83\.\d % without smoothing$/,
      ),
      'By the estimates Other loses most of the probability of the right class: 74.0 % before smoothing, 60.0 % after',
      'A difference of 1 in hours-per-week counts 2.50 times as much as one in age, which comes next',
      '6 of the 8 worst pairs kept get answers from the model as it is that are farther apart than the two people are',
    ]);
    for (const { explanation, altText, table } of figures) {
      expect([explanation, altText].every((text) => text.endsWith('.'))).toBe(true);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });

  it('trade-off: says that nothing clearly changes where intervals overlap', () => {
    const wide = whole.runs.map((run) => ({
      ...run,
      population: {
        ...run.population,
        confidence: { ...run.population.confidence, smoothed: { estimate: 0.7, lower: 0.5, upper: 0.9 } },
      },
    }));
    expect(figuresOf({ ...whole, runs: wide })[0]?.title).toContain('does not clearly change');
  });

  it('metric: the table says what difference makes a distance of 0.1, and what is held', () => {
    const metric = figuresOf(buildSmoothing()).find(({ id }) => id === 'metric');
    expect(metric?.table.rows).toEqual([
      ['hours-per-week', '0.0500', '2.00', '0.0500', 'the value of each row'],
      ['age', '0.0200', '5.00', '0.0200', 'the value of each row'],
      ['sex=Male', '0', 'none does', 'no noise', '0'],
    ]);
  });

  it('metric: an audit has noise and held values only where the smoothed model was searched', () => {
    const { metric, noise } = smoothingRun();
    const columnsIn = (result: SmoothingResult) =>
      figuresOf(result).find(({ id }) => id === 'metric')?.table.columns.length;
    const sampled = { noise, samples: 200, excess: 0.411, delta: 1e-4, pairs: 503, bound: 'theorem-8' } as const;
    expect([columnsIn({ ...audit, metric }), columnsIn({ ...audit, metric, sampled })]).toEqual([3, 5]);
  });
});

describe('labels of the metric on a narrow page', () => {
  it('cut the name of the column before that of the level', () => {
    const run = smoothingRun();
    const columns = ['native-country=Vietnam', 'native-country=Outlying-islands', 'hours-per-week', 'sex=Male'];
    const metric = { ...run.metric, columns, scales: [4, 3, 2, 1], held: [] };
    const figure = figuresOf(buildSmoothing([{ ...run, metric }])).find(({ id }) => id === 'metric');
    const drawn = JSON.stringify(figure?.draw('narrow'));
    for (const label of ['"nativ\u2026=Vietnam"', '"na\u2026=', '"hours-per-week"', '"sex=Male"'])
      expect(drawn).toContain(label);
  });
});

describe('inputs of the model in words', () => {
  const input = (column: string, first: number, second: number) => ({ column, first, second });

  it('are the columns that they were made from, each once', () => {
    expect(columnsOf(['race=White', 'race=Black', 'age', '=odd'])).toEqual(['race', 'age', '=odd']);
  });

  it('that differ by 0 and 1 are levels of a column, others are numbers whose name may hold an equals sign', () => {
    const differs = [input('race=White', 1, 0), input('race=Black', 0, 1), input('age=now', 31, 33)];
    expect(columnsThatDiffer(differs)).toEqual(['race', 'age=now']);
  });

  it('tell one level for another as one difference, and all else as numbers', () => {
    const levels = [input('race=White', 1, 0), input('race=Black', 0, 1)];
    expect(differenceTexts([input('age', 31, 33), ...levels])).toEqual(['age 31 / 33', 'race White / Black']);
    expect(differenceTexts([input('sex=Male', 0, 1)])).toEqual(['sex=Male 0 / 1']);
    expect(differenceTexts([input('race=White', 0.5, 0), input('race=Black', 0, 1)])).toEqual([
      'race=White 0.5 / 0',
      'race=Black 0 / 1',
    ]);
  });
});

describe('rows and pairs in order', () => {
  it('takes the largest ratio from pairs and groups: 0 where no answers differ, none where no pair has a ratio', () => {
    const [first] = pairSearch('model', 'nearest').groups;
    const group = { ...(first as NonNullable<typeof first>), largestRatio: null };
    const search = (changes: Parameters<typeof pairSearch>[2]) =>
      largestRatio({ ...pairSearch('model', 'changed'), groups: [group], worst: [], ...changes });
    expect(largestRatio(pairSearch('model', 'nearest'))).toBe(10);
    expect(search({ groups: [{ ...group, largestRatio: 3 }], provenRatio: 3 })).toBe(3);
    expect(search({ provenRatio: 0 })).toBe(0);
    expect(search({ provenRatio: null })).toBeNull();
    expect(search({})).toBeNull();
    expect(search({ worst: pairSearch('model', 'changed').worst.slice(0, 1), provenRatio: 2 })).toBeNull();
  });

  it('explains a dash for a ratio only where there is one', () => {
    const noted = (withGroups: boolean, largest: number | null) => {
      const search = pairSearch('model', 'nearest');
      const groups = search.groups.map((group) => ({ ...group, largestRatio: largest }));
      return notesOnFound([{ ...search, groups }], withGroups).includes('A dash stands');
    };
    expect([noted(true, 1), noted(true, null), noted(false, null)]).toEqual([false, true, false]);
    expect(notesOnFound([pairSearch('model', 'nearest', { worst: [], groups: [] })], false)).toContain('A dash stands');
  });

  it('have no column of groups where there is one group, of right classes without labels, and no dash to explain where there is none', () => {
    const headsOf = (result: SmoothingResult) =>
      ['Group</th>', 'Right class</th>', 'a dash stands'].map((words) =>
        (smoothedRowsSection(result)?.markup ?? '').includes(words),
      );
    const { rows, ...run } = smoothingRun();
    const known = { ...(rows as NonNullable<typeof rows>) };
    const filled = {
      ...known,
      lower: known.row.map(() => 0.4),
      upper: known.row.map(() => 0.6),
      radius: known.row.map(() => 0.1),
    };
    expect(headsOf(buildSmoothing([{ ...run, rows: { ...filled, radius: known.row.map(() => null) } }]))).toEqual([
      true,
      true,
      true,
    ]);
    const bare = { ...run, rows: { ...filled, label: known.row.map(() => null) } };
    const plain = buildSmoothing([bare]);
    expect(headsOf({ ...plain, data: { ...plain.data, groups: ['all rows'] } })).toEqual([false, false, false]);
  });

  it('speaks of rows that are left open only where classes may be left open', () => {
    const markupOf = (result: SmoothingResult) => smoothedRowsSection(result)?.markup;
    for (const words of ['Left open', 'for a row that is left open']) {
      expect(markupOf(whole)).toContain(words);
      expect(markupOf(buildSmoothing())).not.toContain(words);
    }
    expect(markupOf(buildSmoothing())).toContain('Class changes');
  });

  it('lists rows whose class changes, or is left open, by how sure the model is of them', () => {
    const rows = {
      ...(smoothingRun().rows as NonNullable<ReturnType<typeof smoothingRun>['rows']>),
      row: [2, 3, 4, 5],
      before: [0, 0, 1, 1],
      after: [0, 1, null, 1],
      probability: [
        [0.6, 0.2, 0.49, 0.45],
        [0.4, 0.8, 0.51, 0.55],
      ],
    };
    expect(changedRows(rows)).toEqual([2, 1]);
    expect(unsureRows(rows, 5)).toEqual([3, 0]);
    expect(unsureRows(rows, 1)).toEqual([3]);
    expect(sureness(rows, 1)).toBe(0.8);
  });

  it('ranks pairs that the metric takes for the same first, but only where their answers differ', () => {
    const pair = (inputDistance: number, outputDistance: number) => ({
      first: 1,
      second: null,
      differs: [],
      inputDistance,
      outputDistance,
      ratio: inputDistance > 0 ? outputDistance / inputDistance : null,
      reason: null,
    });
    const [same, unseen, mild, steep] = [pair(0, 0), pair(0, 0.1), pair(0.5, 0.4), pair(0.1, 0.9)];
    expect([same, mild, unseen, steep].sort(bySeverity)).toEqual([unseen, steep, mild, same]);
  });
});
