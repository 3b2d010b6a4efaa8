import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { serveTasks } from '../../src/worker/serve-tasks.js';

describe('serveTasks', () => {
  it('is refused outside a worker of the engine', () => {
    expect(() => serveTasks({})).toThrow(messages.notInWorker().message);
  });
});
