import { DpfairError, type Fault } from '@dpfair/result';
import { statuteFaults } from '../../messages/language-messages.js';
import { statuteRuleFaults } from '../../rules/checks/statute-rule-faults.js';
import { areaLevels, type LanguageStatute, languageCounts, languageWholes } from './language-statute.js';

type Content = Readonly<Record<string, unknown>>;

const topKeys = ['decision', 'name', 'title', 'version', 'source', 'illiteracy', 'clauses'];
const clauseKeys = ['levels', 'rule', 'stateRule', 'carries', 'source'];
/** Names that mean something else. */
const reserved = ['illiteracy', 'covered'];

/**
 * Checks the content of a rule file of language assistance.
 *
 * @throws DpfairError `config` with every fault, each naming its key.
 */
export function readLanguageStatute(content: Content): LanguageStatute {
  const faults: Fault[] = [];
  refuseUnknown(content, topKeys, '', faults);
  if (content.decision !== 'language') faults.push(statuteFaults.notAllowed('decision', content.decision, 'language'));
  for (const key of ['name', 'title', 'version', 'source']) checkText(content, key, '', faults);
  if (content.illiteracy !== null && content.illiteracy !== undefined) {
    const illiteracy = asMapping(content, 'illiteracy', '', faults);
    if (illiteracy !== null) {
      refuseUnknown(illiteracy, ['rule', 'source'], 'illiteracy.', faults);
      checkRule(illiteracy, 'rule', 'illiteracy.', faults);
      checkText(illiteracy, 'source', 'illiteracy.', faults);
    }
  }
  const clauses = asMapping(content, 'clauses', '', faults);
  if (clauses !== null) checkClauses(clauses, faults);
  if (faults.length > 0) throw new DpfairError('config', faults);
  return { ...(content as unknown as LanguageStatute), illiteracy: (content.illiteracy as null | undefined) ?? null };
}

function checkClauses(clauses: Content, faults: Fault[]): void {
  const names = Object.keys(clauses);
  if (names.length === 0) faults.push(statuteFaults.missing('clauses.NAME', 'at least one clause'));
  let throughState: string | null = null;
  for (const name of names) {
    const prefix = `clauses.${name}.`;
    if (reserved.includes(name) || !/^[a-z][a-z0-9-]*$/.test(name)) {
      faults.push(
        statuteFaults.notAllowed('clauses', name, `small letters, digits and dashes; not ${reserved.join(', ')}`),
      );
    }
    const clause = asMapping(clauses, name, 'clauses.', faults);
    if (clause === null) continue;
    refuseUnknown(clause, clauseKeys, prefix, faults);
    checkLevels(clause, prefix, faults);
    checkRule(clause, 'rule', prefix, faults);
    checkText(clause, 'source', prefix, faults);
    if (clause.stateRule !== undefined) {
      checkRule(clause, 'stateRule', prefix, faults);
      if (throughState !== null) {
        const allowed = `one clause of the state, and ${throughState} is one`;
        faults.push(statuteFaults.notAllowed(`${prefix}stateRule`, clause.stateRule, allowed));
      }
      throughState = name;
      requireOnly(clause, 'subdivision', `${prefix}stateRule`, faults);
    }
    if (clause.carries !== undefined && typeof clause.carries !== 'boolean') {
      faults.push(statuteFaults.notAllowed(`${prefix}carries`, clause.carries, 'true or false'));
    }
    if (clause.carries === true) requireOnly(clause, 'area', `${prefix}carries`, faults);
  }
}

function checkLevels({ levels }: Content, prefix: string, faults: Fault[]): void {
  const known: readonly unknown[] = areaLevels;
  if (!Array.isArray(levels) || levels.length === 0 || !levels.every((level) => known.includes(level))) {
    faults.push(statuteFaults.notAllowed(`${prefix}levels`, levels, `one or more of ${areaLevels.join(', ')}`));
  }
}

function requireOnly({ levels }: Content, level: string, key: string, faults: Fault[]): void {
  if (Array.isArray(levels) && levels.every((one) => one === level)) return;
  faults.push(statuteFaults.notAllowed(key, levels, `levels: [${level}] beside it`));
}

function checkRule(content: Content, key: string, prefix: string, faults: Fault[]): void {
  const rule = content[key];
  if (!checkText(content, key, prefix, faults)) return;
  const counts = { names: languageCounts, wholes: languageWholes };
  faults.push(...statuteRuleFaults(rule as string, prefix + key, counts));
}

function checkText(content: Content, key: string, prefix: string, faults: Fault[]): boolean {
  const value = content[key];
  if (typeof value === 'string' && value.trim() !== '') return true;
  if (value === undefined) faults.push(statuteFaults.missing(prefix + key, 'text'));
  else faults.push(statuteFaults.notAllowed(prefix + key, value, 'text; a number or a date in quotes'));
  return false;
}

function asMapping(content: Content, key: string, prefix: string, faults: Fault[]): Content | null {
  const value = content[key];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Content;
  if (value === undefined) faults.push(statuteFaults.missing(prefix + key, 'a mapping'));
  else faults.push(statuteFaults.notAllowed(prefix + key, value, 'a mapping'));
  return null;
}

function refuseUnknown(content: Content, allowed: readonly string[], prefix: string, faults: Fault[]): void {
  for (const key of Object.keys(content)) {
    if (!allowed.includes(key)) faults.push(statuteFaults.unknownKey(prefix + key, allowed));
  }
}
