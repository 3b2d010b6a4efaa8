import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';
import { perturbationTask, pruningTask, trainingTask } from '@dpfair/learning';

serveTasks({
  'monte-carlo': monteCarloTask,
  training: trainingTask,
  perturbation: perturbationTask,
  pruning: pruningTask,
});
