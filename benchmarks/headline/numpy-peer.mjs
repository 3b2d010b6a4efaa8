import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Starts the NumPy peer, or returns null when python3 with numpy is not there. */
export async function startNumpyPeer(job) {
  const child = spawn('python3', [fileURLToPath(new URL('numpy_worker.py', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  });
  const failed = new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
  });
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await Promise.race([lines.next(), failed]);
    return line === null || line.done ? null : JSON.parse(line.value);
  };
  const versions = await next();
  if (versions === null) return null;
  child.stdin.write(`${JSON.stringify(job)}\n`);
  return {
    versions,
    run: (trials, seed) => {
      child.stdin.write(`${JSON.stringify({ trials, seed })}\n`);
      return next();
    },
    stop: () => child.stdin.end(),
  };
}
