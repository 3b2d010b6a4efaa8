import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';
import { canaryTask, perturbationTask, pruningTask, trainingTask } from '@dpfair/learning';

serveTasks({
  'monte-carlo': monteCarloTask,
  training: trainingTask,
  perturbation: perturbationTask,
  pruning: pruningTask,
  canary: canaryTask,
});
