import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';
import { trainingTask } from '@dpfair/learning';

serveTasks({ 'monte-carlo': monteCarloTask, training: trainingTask });
