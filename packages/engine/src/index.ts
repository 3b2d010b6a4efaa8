export type { Checkpoint } from './checkpoint/checkpoint.js';
export { type FileCheckpoint, openFileCheckpoint, type RunIdentity } from './checkpoint/file-checkpoint.js';
export { fingerprint } from './checkpoint/fingerprint.js';
export { runInline } from './run-inline.js';
export type { RunOptions, ThreadOptions } from './run-options.js';
export { runTask } from './run-task.js';
export type { IndexedPart, Task } from './task.js';
export type { ShardCrash, TaskRun } from './task-run.js';
export { serveTasks, type TaskRegistry } from './worker/serve-tasks.js';
