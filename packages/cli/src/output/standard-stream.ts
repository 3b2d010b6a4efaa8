import { fstatSync, writeSync } from 'node:fs';
import type { TextStream } from './terminal.js';

/** A stream of the process that remembers when something that was to go there did not. */
export interface StandardStream extends TextStream {
  /** Waits until all text is with the operating system; what went wrong, or undefined. */
  settle(): Promise<Error | undefined>;
}

/**
 * Stdout or stderr for a command: writing never throws. The reader of a pipe may leave (`| head`), which is no failure;
 * a full disk is one, also when it takes a part of the text, which Node itself passes over in silence
 * (`SyncWriteStream` writes once, however much of it was taken).
 *
 * @param stream `process.stdout` or `process.stderr`
 */
export function standardStream(stream: NodeJS.WriteStream & { readonly fd: number }): StandardStream {
  let gone = false;
  let failure: Error | undefined;
  const onError = (error: Error) => {
    gone = true;
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') failure ??= error;
  };
  stream.on('error', onError);
  const isFile = !stream.isTTY && leadsToFile(stream.fd);
  return {
    isTTY: stream.isTTY,
    get columns() {
      return stream.columns;
    },
    write(text: string) {
      if (gone || text === '') return;
      if (!isFile) stream.write(text);
      else {
        try {
          writeAll(stream.fd, text);
        } catch (error) {
          onError(error as Error);
        }
      }
    },
    async settle() {
      if (!gone && !isFile) await new Promise<void>((resolve) => stream.write('', () => resolve()));
      return failure;
    },
  };
}

/** Files and devices, to which a write is over when it returns; not pipes and sockets. */
function leadsToFile(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || stat.isCharacterDevice();
  } catch {
    return false;
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
