/** Excessive risk of noise on the parameters beside its approximation. Every argument is text that is already formatted. */
export const theoremMessages = {
  heading: () => 'Why: the curvature of each group',
  explanation: () =>
    'With noise on the parameters a group bears, to second order, half the variance of the noise times the trace of the Hessian of its mean loss (Theorem 1). A ratio of 1 says that nothing else matters; away from it the noise is too large for the approximation.',
  caption: (label: string) => `${label}: excessive risk and its second-order approximation`,
  columns: (risk: string, withSimulated: boolean) => [
    'group',
    risk,
    ...(withSimulated ? ['the same, simulated'] : []),
    'approximation',
    'ratio',
    'Hessian trace',
  ],
  exact: () => 'excessive risk, computed',
  simulated: () => 'excessive risk, simulated',
} as const;
