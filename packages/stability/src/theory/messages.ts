/** Why there is no bound, and what a bound takes for granted. */
export const theoryMessages = {
  noTerm: 'lambda is 0: without a stability term nothing bounds what one row may change',
  freeIntercept: 'the intercept is not in the stability term, so that nothing bounds what one row may change of it',
  notPositive: 'the multiquadric kernel is not positive definite, so that there is no norm for the stability term',
  private: 'what one row may change of a private training is said by its epsilon',
  convex:
    'the fairness term is taken to be convex and the same whichever row is replaced; the constraint here is made of the training rows',
  penalty:
    'the fairness term is taken to be convex and the same whichever row is replaced; the penalty here is neither: it is made of the training rows',
} as const;
