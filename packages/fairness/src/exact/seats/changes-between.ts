import { signpost } from '@dpfair/decisions';
import { gaussLegendre } from '@dpfair/stats';
import { claimsAtLevel } from './claims-at-level.js';
import type { ContestedClaims, NoisyHouse } from './contested-claims.js';
import { othersAbove } from './others-above.js';

/** By entity, then contested claim: the probability that its outcome is another than without noise, where the level is contested. */
export type Changes = readonly Float64Array[];

/** Integrals over the contested levels by a Gauss-Legendre rule on each panel. @param order its number of nodes. */
export function changesBetween(
  house: NoisyHouse,
  contested: ContestedClaims,
  ends: readonly number[],
  order: number,
): Changes {
  const changes = [...contested.sure].map((sure, i) => new Float64Array((contested.most[i] as number) - sure));
  const addLevel = levelAdder(house, contested, changes);
  const { nodes, weights } = gaussLegendre(order);
  for (let panel = 1; panel < ends.length; panel++) {
    const [low, high] = [ends[panel - 1] as number, ends[panel] as number];
    const half = (high - low) / 2;
    nodes.forEach((node, k) => {
      addLevel(low + half * (1 + node), half * (weights[k] as number));
    });
  }
  return changes;
}

/** Adds what one node of the quadrature says. */
function levelAdder(house: NoisyHouse, { sure, most }: ContestedClaims, changes: Changes) {
  const { method, total, populations, truth, noise } = house;
  const entities = [...populations.keys()].filter((i) => (most[i] as number) > (sure[i] as number));
  const posts = entities.map((i) =>
    Array.from({ length: (most[i] as number) - (sure[i] as number) }, (_, k) =>
      signpost(method, (sure[i] as number) + k),
    ),
  );
  const certain = sure.reduce((sum, own) => sum + own, 0);
  const others = othersAbove();
  return (level: number, weight: number): void => {
    others.clear();
    let above = certain;
    const open: {
      readonly i: number;
      readonly posts: readonly number[];
      readonly first: number;
      readonly claims: number;
    }[] = [];
    entities.forEach((i, k) => {
      const own = posts[k] as readonly number[];
      const at = claimsAtLevel(
        own.map((post) => level * post - (populations[i] as number)),
        noise,
      );
      above += at.sure;
      if (at.probabilities.length === 1) return;
      others.add(at.probabilities);
      open.push({ i, posts: own, first: at.sure, claims: at.probabilities.length - 1 });
    });
    others.close();
    open.forEach(({ i, posts: own, first, claims }, left) => {
      const change = changes[i] as Float64Array;
      for (let k = first; k < first + claims; k++) {
        const post = own[k] as number;
        const density = post * noise.pdf(level * post - (populations[i] as number));
        // With this seat the entity has k contested ones besides those that are sure; the others are sure of the rest.
        const [room, none] = others.without(left, total - 1 - above - (k - first));
        const held = (sure[i] as number) + k;
        change[k] = (change[k] as number) + weight * density * (held < (truth[i] as number) ? none : room);
      }
    });
  };
}
