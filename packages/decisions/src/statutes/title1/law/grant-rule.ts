import { DpfairError } from '@dpfair/result';
import { grantNotInFile } from '../../../messages/title1-messages.js';
import { type GrantName, type GrantRule, grantNames, type Title1Statute } from './statute.js';

/**
 * The formula of a grant. A rule file may hold only those that are asked for.
 * @throws DpfairError `config` for a grant that the file does not have.
 */
export function grantRule({ grants }: Title1Statute, name: GrantName): GrantRule {
  const rule = grants[name];
  if (rule === undefined) throw new DpfairError('config', grantNotInFile(name, Object.keys(grants)));
  return rule;
}

/** The grants of a rule file, in the order of the Act. */
export const grantsOf = ({ grants }: Title1Statute): readonly GrantName[] =>
  grantNames.filter((name) => grants[name] !== undefined);
