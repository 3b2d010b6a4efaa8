import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';
import { canaryTask, perturbationTask, pruningTask, trainingTask } from '@dpfair/learning';

import { modelSmoothing } from './smooth/runs/plan-smoothing.js';

serveTasks({
  'monte-carlo': monteCarloTask,
  training: trainingTask,
  perturbation: perturbationTask,
  pruning: pruningTask,
  canary: canaryTask,
  smoothing: modelSmoothing,
});
