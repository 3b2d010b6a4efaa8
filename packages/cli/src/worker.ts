import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';
import { perturbationTask, trainingTask } from '@dpfair/learning';

serveTasks({ 'monte-carlo': monteCarloTask, training: trainingTask, perturbation: perturbationTask });
