import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/** Starts scikit-learn on one thread with rows and labels, or returns null when python does not have it. PYTHON names another python. */
export async function startPeer(setting) {
  const child = spawn(process.env.PYTHON ?? 'python3', [fileURLToPath(new URL('peer.py', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...oneThread },
  });
  const failed = new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
  });
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (job) => {
    child.stdin.write(`${JSON.stringify(job)}\n`);
    const line = await Promise.race([lines.next(), failed]);
    return line === null || line.done ? null : JSON.parse(line.value);
  };
  const versions = await ask(setting);
  return versions && { versions, run: ask, stop: () => child.stdin.end() };
}
