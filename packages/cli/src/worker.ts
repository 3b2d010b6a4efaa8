import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';
import { canaryTask, perturbationTask, pruningTask, trainingTask } from '@dpfair/learning';
import { stableTask } from '@dpfair/stability';
import { modelSmoothing } from './smooth/runs/plan-smoothing.js';
import { privateTask } from './stable/private/private-task.js';

serveTasks({
  'monte-carlo': monteCarloTask,
  training: trainingTask,
  perturbation: perturbationTask,
  pruning: pruningTask,
  canary: canaryTask,
  smoothing: modelSmoothing,
  stable: stableTask,
  'private-classifiers': privateTask,
});
