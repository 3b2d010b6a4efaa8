import { interruptMessages } from './messages/progress.js';
import type { TextStream } from './output/terminal.js';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * The first Ctrl-C, or SIGTERM, asks the work to stop; the second ends the process at once, as if it had never been
 * caught. `stop` gives both signals back to Node.
 */
export function followInterrupts(
  host: Pick<NodeJS.Process, 'on' | 'off' | 'kill' | 'pid'>,
  err: TextStream,
): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const stop = () => {
    for (const signal of signals) host.off(signal, onSignal);
  };
  const onSignal = (signal: (typeof signals)[number]) => {
    if (controller.signal.aborted) {
      stop();
      host.kill(host.pid, signal);
      return;
    }
    err.write(`\n${interruptMessages[signal]}\n`);
    controller.abort();
  };
  for (const signal of signals) host.on(signal, onSignal);
  return { signal: controller.signal, stop };
}
