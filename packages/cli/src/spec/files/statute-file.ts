import { DpfairError, type RuleFile } from '@dpfair/result';
import { parseDocument } from 'yaml';
import { specFileFaults } from '../../messages/spec.js';
import { sha256 } from '../run-id.js';

/** A rule file of the user: where it came from, and what it says. */
export interface StatuteFile {
  readonly file: RuleFile;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Built-in rule files are named without an ending; files of the user have one. */
export const isStatuteFile = (statute: string): boolean => /\.(ya?ml|json)$/i.test(statute);

/**
 * Reads a rule file. What it says is checked by the decision that uses it.
 *
 * @param read gives the bytes of a file.
 * @throws DpfairError `config` for text that is not a YAML or JSON mapping, naming the line.
 */
export function readStatuteFile(path: string, read: (path: string) => Uint8Array): StatuteFile {
  const bytes = read(path);
  const document = parseDocument(new TextDecoder().decode(bytes), { prettyErrors: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error !== undefined) {
    const [place] = error.linePos ?? [];
    throw new DpfairError('config', {
      file: path,
      ...(place === undefined ? {} : { line: place.line, column: place.col }),
      ...specFileFaults.notYaml(error.message.split('\n', 1)[0] as string),
    });
  }
  const content: unknown = document.toJS();
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new DpfairError('config', { file: path, ...specFileFaults.notAStatute });
  }
  return { file: { path, sha256: sha256(bytes) }, content: content as Record<string, unknown> };
}
