import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const oneThread = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };

/**
 * Starts a python program on one thread that takes a line of JSON and gives a line of JSON, or returns null when python or one of its packages
 * is not there. It is sent `setting` where there is one, answers with its versions, and then answers job by job. PYTHON names another python.
 */
export async function startPythonPeer(program, { args = [], setting } = {}) {
  const child = spawn(process.env.PYTHON ?? 'python3', [fileURLToPath(program), ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...oneThread },
  });
  const failed = new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', () => resolve(null));
  });
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const send = (value) => child.stdin.write(`${JSON.stringify(value)}\n`);
  const next = async () => {
    const line = await Promise.race([lines.next(), failed]);
    return line === null || line.done ? null : JSON.parse(line.value);
  };
  if (setting !== undefined) send(setting);
  const versions = await next();
  if (versions === null) return null;
  const ask = (job) => {
    send(job);
    return next();
  };
  return { versions, ask, stop: () => child.stdin.end() };
}
