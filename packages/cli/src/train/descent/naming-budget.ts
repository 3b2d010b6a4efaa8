import { DpfairError, type Fault } from '@dpfair/result';

/**
 * Plans a training that is to keep an epsilon, and says of one that no noise meets what asked for it.
 *
 * @param named the fault in the words of who asked; the least epsilon that can be kept is in its `allowed`
 */
export function namingBudget<Plan>(plan: () => Plan, named: (fault: Fault) => Fault): Plan {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof DpfairError && error.code === 'domain')) throw error;
    throw new DpfairError('domain', error.faults.map(named), { cause: error });
  }
}
