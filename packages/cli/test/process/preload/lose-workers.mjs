import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before the program, in each of its workers too: as many workers as LOSE_WORKERS says end in the middle of their
// first shard, wherever it is.
if (!isMainThread && mayEnd()) {
  setTimeout(() => {
    throw new Error('lost on purpose');
  });
}

function mayEnd() {
  for (let k = 0; k < Number(process.env.LOSE_WORKERS); k += 1) {
    try {
      writeFileSync(`${process.env.LOSE_WORKERS_IN}/${k}`, '', { flag: 'wx' });
      return true;
    } catch {
      // Another worker took this one.
    }
  }
  return false;
}
