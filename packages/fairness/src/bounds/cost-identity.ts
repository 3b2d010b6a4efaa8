// Zhu, Fioretto, Van Hentenryck (2022), Proposition 3.
import { compensatedSum } from '@dpfair/stats';

/**
 * Half the sum of |bias|: the cost of privacy by another route. Where every outcome lies in the simplex the biases add up to 0, and this is what the losing
 * entities lose in all.
 */
export const halfOfAbsolute = (bias: Float64Array): number => compensatedSum(bias.map(Math.abs)) / 2;
