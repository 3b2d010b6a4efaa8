import { serveTasks } from '@dpfair/engine';

const learning = () => import('@dpfair/learning');

// Loaded by name: a worker starts twice as fast with the modules of its own task alone.
serveTasks({
  'monte-carlo': async () => (await import('@dpfair/fairness')).monteCarloTask,
  training: async () => (await learning()).trainingTask,
  perturbation: async () => (await learning()).perturbationTask,
  pruning: async () => (await learning()).pruningTask,
  canary: async () => (await learning()).canaryTask,
  smoothing: async () => (await import('../smooth/runs/plan-smoothing.js')).modelSmoothing,
  stable: async () => (await import('@dpfair/stability')).stableTask,
  'private-classifiers': async () => (await import('../stable/private/private-task.js')).privateTask,
});
