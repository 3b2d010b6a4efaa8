import { serveTasks } from '@dpfair/engine';
import { monteCarloTask } from '@dpfair/fairness';

serveTasks({ 'monte-carlo': monteCarloTask });
