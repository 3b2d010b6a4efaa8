import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderHtml } from '@dpfair/report';
import type { AuditResult } from '@dpfair/result';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers, ofTwoParts } from './fixtures/answers.js';
import { certificateOf } from './fixtures/certificate.js';
import { chromiumPath, launchChromium } from './fixtures/chromium.js';
import { counties } from './fixtures/counties.js';
import { districts, inStates } from './fixtures/districts.js';
import { hostileResult } from './fixtures/hostile-result.js';
import { everyKind, mitigated } from './fixtures/mitigated.js';
import { wholeSmoothing } from './fixtures/smoothing/build-smoothing.js';
import { wholeStability } from './fixtures/stability/build-stability.js';
import { loggedTraining } from './fixtures/training/logged-training.js';
import { wholeTraining } from './fixtures/training/whole-training.js';
import { withSampling } from './fixtures/with-sampling.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const origin = 'http://report.test/';

let browser: Browser;
let pages: Record<string, string>;

interface Visit {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** Opens a report under its own policy and records every request but its own, and every complaint of the browser. */
async function open(name: string, { scripts = true } = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url === origin) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages[name] as string });
    requests.push(url);
    return route.abort();
  });
  await page.goto(origin);
  return { page, requests, complaints };
}

/** Changes width and colours of a page that is open. */
async function show(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  expect(await page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")).toBe(scheme === 'dark');
}

/** No label of a chart lies over another or sticks out, wide and narrow. */
async function expectApart(page: Page): Promise<void> {
  for (const width of [1280, 400]) {
    await show(page, { width, scheme: 'light' });
    expect(await page.evaluate(overlaps)).toEqual([]);
  }
}

/** Every rule of axe: what is broken, and the names of the rules that hold. */
async function runAxe(page: Page): Promise<{ readonly violations: string[]; readonly passed: string[] }> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: AxeLike };
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    // Without the paths and the markup of every element that passes, which take most of the time.
    const found = await axe.run({ rules, resultTypes: ['violations'], selectors: false });
    return {
      violations: found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      passed: found.passes.map(({ id }) => id),
    };
  });
}

/** Districts under four post-processings, of which two are alike. */
function fourPosts(): AuditResult {
  const result = districts(60);
  const cells = result.cells.flatMap((cell) => [cell, { ...cell, post: cell.post === 'pos' ? 'none' : 'clip' }]);
  return { ...result, cells };
}

const wideLight: Look = { width: 1280, scheme: 'light' };
const narrowDark: Look = { width: 400, scheme: 'dark' };
const looks: readonly Look[] = [
  { width: 400, scheme: 'light' },
  narrowDark,
  wideLight,
  { width: 1280, scheme: 'dark' },
];

describe.skipIf(chromiumPath === null)('in a browser', () => {
  beforeAll(async () => {
    browser = await launchChromium();
    pages = {
      districts: await renderHtml(districts()),
      counties: await renderHtml(withSampling(counties(), 3)),
      answers: await renderHtml(ofTwoParts(answers())),
      'many answers': await renderHtml(answers(400)),
      hostile: await renderHtml(hostileResult()),
      mitigations: await renderHtml({
        ...mitigated(everyKind, { epsilons: [0.1, 0.01], budgetDollars: 1e9 }),
        certificate: await certificateOf('alpha<3', { kinds: ['laplace', 'gaussian'] }),
      }),
      training: await renderHtml(wholeTraining()),
      'training log': await renderHtml(loggedTraining(true)),
      smoothing: await renderHtml(wholeSmoothing()),
      stability: await renderHtml(wholeStability()),
      'four post-processings': await renderHtml(fourPosts()),
      billions: await renderHtml(inStates(districts(400, { budgetDollars: 900e9 }))),
    };
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  for (const name of [
    'districts',
    'counties',
    'answers',
    'hostile',
    'mitigations',
    'training',
    'training log',
    'smoothing',
    'stability',
  ]) {
    describe(`the ${name} page`, () => {
      let visit: Visit;
      let page: Page;
      beforeAll(async () => {
        visit = await open(name);
        page = visit.page;
      });
      afterAll(() => page.context().close());

      it.each(['on', 'off'])('loads nothing and complains about nothing with scripts %s', async (scripts) => {
        const { page, requests, complaints } = scripts === 'on' ? visit : await open(name, { scripts: false });
        expect(await page.locator('h1').count()).toBe(1);
        expect(requests).toEqual([]);
        expect(complaints).toEqual([]);
        if (scripts === 'off') await page.context().close();
      });

      if (name !== 'hostile') it('labels of a chart do not overlap, wide and narrow', () => expectApart(page));

      for (const look of looks) {
        const described = `${look.scheme}, ${look.width} pixels wide`;
        it(`fits the screen, ${described}`, async () => {
          await show(page, look);
          if (look.width > 400) await page.evaluate(openFolds);
          const scrolled = () => (globalThis as unknown as Doc).document.documentElement.scrollWidth;
          expect(await page.evaluate(scrolled)).toBeLessThanOrEqual(look.width);
        });

        // Axe takes seconds: each width and each scheme is enough, all pairs of them are for a page where it is fast.
        if (name !== 'counties' && look !== wideLight && look !== narrowDark) continue;
        it(`breaks no accessibility rule, ${described}`, async () => {
          await show(page, look);
          if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axeSource);
          const { violations, passed } = await runAxe(page);
          expect(passed).toEqual(expect.arrayContaining(['color-contrast-enhanced', 'heading-order', 'svg-img-alt']));
          expect(violations).toEqual([]);
        });
      }
    });
  }

  it.each(['many answers', 'four post-processings', 'billions'])(
    'labels of a chart do not overlap, wide and narrow: %s',
    async (name) => {
      const { page } = await open(name);
      await expectApart(page);
      await page.context().close();
    },
  );

  it('a table says that it scrolls where it is wider than the page, and only there', async () => {
    const { page } = await open('counties');
    const told = new Set<boolean>();
    for (const width of [400, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(openFolds);
      for (const box of await page.locator('.scroll').all()) {
        const wider = await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
        const height = (await box.locator('.sideways').boundingBox())?.height ?? 0;
        expect([width, await box.locator('caption').textContent(), height > 10]).toEqual([
          width,
          expect.anything(),
          wider,
        ]);
        told.add(wider);
      }
    }
    expect(told.size).toBe(2);
    await page.context().close();
  });

  it('hostile names run nothing, make no element and stay readable', async () => {
    const { page } = await open('hostile');
    expect(await page.title()).toContain('"><img src=x onerror=document.title="owned">');
    expect(await page.locator('img, script, svg[onload], [onerror], [onmouseover]').count()).toBe(0);
    expect(await page.locator('main bdi', { hasText: '</script><script>' }).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('printing opens the folds, and no figure is taller than a printed page', async () => {
    const { page } = await open('districts');
    await show(page, { width: 1280, scheme: 'dark' });
    const shown = () =>
      page.evaluate(() => {
        const folds = [...(globalThis as unknown as Doc).document.querySelectorAll('details:not([open])')];
        return folds.map((fold) => fold.lastElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false);
      });
    expect(new Set(await shown())).toEqual(new Set([false]));
    await page.emulateMedia({ media: 'print' });
    // the browser lays the folds out in its next frames, so the claim is about where it settles
    await expect.poll(async () => new Set(await shown()), { timeout: 5000 }).toEqual(new Set([true]));
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(50_000);
    await show(page, { width: 720, scheme: 'light' });
    const heights = await page.evaluate(() =>
      [...(globalThis as unknown as Doc).document.querySelectorAll('.keep')].map(
        (figure) => figure.getBoundingClientRect().height,
      ),
    );
    expect(heights.length).toBe(4);
    for (const height of heights) expect(height).toBeLessThan(((297 - 28) / 25.4) * 96);
    await page.context().close();
  });

  it('the result can be saved from the page without a script', async () => {
    const { page } = await open('counties', { scripts: false });
    const link = page.locator('a[download="result.json"]');
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as unknown;
    expect(saved).toEqual(JSON.parse(JSON.stringify(withSampling(counties(), 3))));
    await page.context().close();
  });
});

interface AxeLike {
  getRules(): { ruleId: string }[];
  run(options: unknown): Promise<Record<'violations' | 'passes', { id: string; nodes: { html: string }[] }[]>>;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}

interface Elem {
  readonly lastElementChild: Elem | null;
  readonly textContent: string;
  checkVisibility(options: unknown): boolean;
  getBoundingClientRect(): Box;
  querySelectorAll(selector: string): Iterable<Elem>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): Elem | null;
}

interface Doc {
  readonly document: {
    readonly documentElement: { readonly scrollWidth: number };
    querySelectorAll(selector: string): Iterable<Elem>;
  };
}

function openFolds(): void {
  const { document } = globalThis as unknown as Doc;
  for (const fold of document.querySelectorAll('details')) fold.setAttribute('open', '');
}

/** Pairs of texts of one drawing whose boxes overlap by more than two pixels each way, and texts that stick out. */
function overlaps(): string[] {
  const { document } = globalThis as unknown as Doc;
  const found: string[] = [];
  for (const svg of document.querySelectorAll('figure svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const texts = [...svg.querySelectorAll('text')]
      .filter(
        (text) => (text.getAttribute('stroke') ?? text.closest('g[stroke]')?.getAttribute('stroke') ?? null) === null,
      )
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ text }) => text !== '');
    texts.forEach(({ text, box }, index) => {
      if (box.left < frame.left || box.right > frame.right + 0.5) found.push(`outside: ${text}`);
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > 3) found.push(`${text} over ${other.text}`);
      }
    });
  }
  return found;
}
