import { z } from 'zod';
import { finiteOrNull, nonNegative, wholeNumber } from '../numbers.js';

export const neighbourRelations = ['add-remove', 'replace'] as const;
export type NeighbourRelation = (typeof neighbourRelations)[number];

export const mechanismKinds = ['laplace', 'gaussian', 'discrete-laplace', 'discrete-gaussian'] as const;
export type MechanismKind = (typeof mechanismKinds)[number];

export const guaranteeSchema = z
  .object({
    columns: wholeNumber.describe('Number of noised count columns a person can be in.'),
    epsilon: finiteOrNull,
    delta: finiteOrNull,
    rho: finiteOrNull.describe('zCDP parameter, where the mechanism has one.'),
  })
  .describe('Guarantee for a person who is in all noised columns, by composition.');

export const mechanismSchema = z
  .object({
    kind: z.enum(mechanismKinds),
    epsilon: finiteOrNull.describe('Budget of each noised count column; null when it is not defined.'),
    delta: finiteOrNull.describe(
      '0 for pure differential privacy; null when epsilon was not derived (sigma given alone).',
    ),
    rho: finiteOrNull.describe('zCDP: sensitivity^2 / (2 sigma^2) for Gaussian and discrete Gaussian noise.'),
    scale: finiteOrNull.describe('Scale b of Laplace and discrete Laplace noise; null for other mechanisms.'),
    sigma: finiteOrNull.describe(
      'Standard deviation of Gaussian noise, and parameter of discrete Gaussian noise; null for other mechanisms.',
    ),
    sensitivity: nonNegative.describe('Largest change of one count column when one person changes.'),
    neighbours: z.enum(neighbourRelations),
    total: guaranteeSchema,
  })
  .describe('The noise that was added to each count, and the privacy it gives.');

/** A noise mechanism with its privacy stated: plain data, made by the factories of `@dpfair/mechanisms`. */
export type Mechanism = z.infer<typeof mechanismSchema>;
