import { decisionKind, type SubstituteName, substituteKind } from '@dpfair/decisions';
import type { Fault } from '@dpfair/result';
import { contradictions } from '../../messages/spec.js';
import { kebabCase } from '../../options/reading/option.js';
import type { AuditSpec } from '../audit-spec.js';
import type { MitigateSpec } from './mitigate-spec.js';

type OwnSpec = Omit<MitigateSpec, keyof AuditSpec>;

/** The mitigations that an option changes. */
const changedBy: Readonly<Partial<Record<keyof OwnSpec, readonly SubstituteName[]>>> = {
  normaliser: ['linear-proxy'],
  normaliserAtLeast: ['output-perturbation'],
  normaliserPart: ['redundant-release'],
  failure: ['no-penalty'],
  holdHarmless: ['hold-harmless'],
  margin: ['margin'],
  marginUnits: ['margin-units'],
  subgroups: ['logistic', 'svm'],
  subgroupsBy: ['logistic', 'svm'],
  train: ['logistic', 'svm'],
};

/**
 * Options that would change nothing: those of mitigations of other decisions, or of ones that are not compared. What has its
 * default, as every option has in the spec of a result, is not spoken of.
 */
export function idleOptions(own: OwnSpec, defaults: OwnSpec, decision: AuditSpec['decision']): readonly Fault[] {
  const isChanged = (key: keyof OwnSpec) => JSON.stringify(own[key]) !== JSON.stringify(defaults[key]);
  const isCompared = (name: string) => own.mitigation === null || own.mitigation.includes(name);
  const { unit } = decisionKind(decision);
  const idle = Object.entries(changedBy).flatMap(([key, names]): Fault[] => {
    if (!isChanged(key as keyof OwnSpec)) return [];
    const needed = substituteKind(names[0] as SubstituteName).unit;
    if (needed !== unit) return [contradictions.mitigationOfOthers(kebabCase(key), decision, needed)];
    if (!names.some(isCompared)) return [contradictions.mitigationNotCompared(kebabCase(key), names)];
    return key === 'holdHarmless' && decision === 'title1' ? [contradictions.clauseHoldsHarmless] : [];
  });
  const searching = (['search', 'precision'] as const).filter((key) => own.target === null && isChanged(key));
  return [
    ...idle,
    ...(isChanged('epsilonFactor') && !isCompared('more-epsilon')
      ? [contradictions.mitigationNotCompared('epsilon-factor', ['more-epsilon'])]
      : []),
    ...searching.map(contradictions.withoutTarget),
  ];
}
