import type { MethodText } from '../method-messages.js';

const source =
  'Tran, Dinh and Fioretto, Differentially private empirical risk minimization under the fairness lens (NeurIPS 2021)';

/** Definitions and methods of private training, in plain words, with formula and source. */
export const trainingMethodTexts = {
  risk: (): MethodText => ({
    title: 'Excessive risk',
    words:
      'The mean loss of the training rows of a group under the private model, minus that under the model trained without privacy, over the noise, the batches and the start. A group that bears more than others is treated worse because of privacy.',
    formula: 'R(a) = mean of loss(private model; group a) - loss(model without privacy; group a)',
    source,
  }),
  gap: (): MethodText => ({
    title: 'Widest difference',
    words:
      'The largest excessive risk of a group minus the smallest. The two groups are chosen by their means; the interval is widened for that choice over all pairs (Bonferroni).',
    formula: 'gap = max R(a) - min R(b)',
    source,
  }),
  parts: (): MethodText => ({
    title: 'Parts from clipping and from noise',
    words:
      'A third training clips as the private one does and adds no noise. What it loses against the training without privacy is the part from clipping, the rest is the part from noise. They add up exactly, at every step.',
    formula: 'R = [loss(clipped) - loss(neither)] + [loss(clipped and noised) - loss(clipped)]',
    source: 'dpfair, docs/methods/excessive-risk.md',
  }),
  terms: (): MethodText => ({
    title: 'Terms of a step',
    words:
      'To second order in the step, clipping and noise each add a term to the expected loss of a group. Their sums over a training are many times the excessive risk, because later steps repair most of what one step loses: that is the path. The variance of the noise is that of the averaged step, after the division by the batch size.',
    formula:
      "clipping = r (<g_a, G> - <g_a, C>) + r^2/2 (E[c' H_a c] - E[g' H_a g]); noise = r^2/2 trace(H_a) v; R = clipping + noise + path + remainder",
    source: `${source}, Theorem 2; direction and length: Esipova et al., Disparate impact in differential privacy from gradient misalignment (ICLR 2023)`,
  }),
  perturbation: (): MethodText => ({
    title: 'Noise on the parameters',
    words:
      'The expected loss of a group under Gaussian noise on the parameters is an integral over one number for each row of a linear model, and is computed; to second order it is half the variance of the noise times the Hessian trace.',
    formula: 'R(a) = about v/2 trace(H_a)',
    source: `${source}, Theorem 1`,
  }),
  intervals: (): MethodText => ({
    title: 'Intervals',
    words:
      "Student's intervals over repetitions with fresh noise, batches and start; nothing is said that they do not support. Repetitions that diverged are counted and left out.",
    formula: 'mean \u00b1 t s / sqrt(repetitions)',
    source: 'Student (1908)',
  }),
  pruning: (): MethodText => ({
    title: 'Pruning',
    words: 'The loss that setting the smallest weights to 0 adds to a group, and a bound on it to second order.',
    formula: 'R(a) <= |g_a| d + largest eigenvalue of H_a / 2 d^2',
    source: 'Tran, Fioretto, Kim and Naidu, Pruning has a disparate impact on model accuracy (NeurIPS 2022)',
  }),
  attacks: (): MethodText => ({
    title: 'Attacks',
    words:
      'Members of the training rows have a smaller loss on average. The curve is over all thresholds. A bound on epsilon follows from how well two neighbouring trainings can be told apart; it is below the truth with the stated confidence, and finding none proves nothing.',
    formula: 'epsilon >= ln((true positives - delta) / false positives)',
    source:
      'Carlini et al., Membership inference attacks from first principles (2022); Jagielski, Ullman and Oprea (2020)',
  }),
} as const;
