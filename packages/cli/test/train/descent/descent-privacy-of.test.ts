import { expect, it } from 'vitest';
import { descentPrivacyOf } from '../../../src/train/descent/descent-privacy-of.js';

const rdp = { delta: 1e-5, accountant: 'rdp' } as const;
const schedule = { batch: 256, samplingRate: 256 / 60_000, stepsPerEpoch: 234, steps: 14_040 };

it('a noise multiplier has the epsilon that is published for it', () => {
  // Renyi accounting of the Poisson-subsampled Gaussian, orders 2 to 255, improved conversion: 2.5948 (theory 2.6); ours looks at real
  // orders too, and finds no more.
  const { privacy } = descentPrivacyOf({ noiseMultiplier: 1.1 }, rdp, [], schedule);
  expect(privacy.epsilon).toBeLessThanOrEqual(2.5949);
  expect(privacy.epsilon).toBeGreaterThan(2.58);
  expect(privacy).toMatchObject({
    private: true,
    reason: null,
    delta: 1e-5,
    accountant: 'rdp',
    neighbours: 'add-remove',
  });
});

it('an epsilon has the noise that meets it, and just that', () => {
  const { noiseMultiplier, privacy } = descentPrivacyOf({ epsilon: 2.5948 }, rdp, [], schedule);
  expect(noiseMultiplier).toBeGreaterThan(1.09);
  expect(noiseMultiplier).toBeLessThan(1.1001);
  expect(privacy.epsilon).toBeLessThanOrEqual(2.5948);
  expect(privacy.epsilon).toBeGreaterThan(2.594);
});

it('the tight accountant promises the same epsilon with less noise, and says what it promises itself', () => {
  const pld = { delta: 1e-5, accountant: 'pld' } as const;
  const tight = descentPrivacyOf({ epsilon: 2.5948 }, pld, [], schedule);
  expect(tight.noiseMultiplier).toBeLessThan(1.09);
  expect(tight.privacy).toMatchObject({ accountant: 'pld' });
  expect(tight.privacy.epsilon).toBeLessThanOrEqual(2.5948);
  expect(tight.privacy.epsilon).toBeGreaterThan(2.594);
});

it('counts that a rule releases are paid for: the same epsilon takes more noise, the same noise promises less', () => {
  const [plain, counting] = [[], [5]].map((counts) => descentPrivacyOf({ epsilon: 3 }, rdp, counts, schedule));
  expect(counting?.noiseMultiplier).toBeGreaterThan(plain?.noiseMultiplier as number);
  expect(counting?.privacy.epsilon).toBeLessThanOrEqual(3);
  const noise = { noiseMultiplier: 1.1 };
  const [alone, beside] = [[], [5]].map((counts) => descentPrivacyOf(noise, rdp, counts, schedule).privacy);
  expect(beside?.epsilon).toBeGreaterThan(alone?.epsilon as number);
  expect(beside?.parts.map(({ noiseMultiplier, count }) => [noiseMultiplier, count])).toEqual([
    [1.1, 14_040],
    [5, 14_040],
  ]);
});

it('without noise nothing is promised, whatever is counted', () => {
  const { privacy, noiseMultiplier } = descentPrivacyOf({ noiseMultiplier: 0 }, rdp, [5], schedule);
  expect(noiseMultiplier).toBe(0);
  expect(privacy).toMatchObject({ private: false, epsilon: null, delta: null, accountant: null });
  expect(privacy.reason).toMatch(/no noise/);
});

it('an epsilon that no noise meets is refused, with the least possible one', () => {
  expect(() => descentPrivacyOf({ epsilon: 0.01 }, rdp, [1], schedule)).toThrow(/epsilon.*0\.01/);
});
