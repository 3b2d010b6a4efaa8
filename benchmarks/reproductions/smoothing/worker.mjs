import { serveTasks } from '@dpfair/engine';
import { experimentTask } from './task.mjs';

serveTasks({ experiment: experimentTask });
