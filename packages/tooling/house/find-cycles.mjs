/**
 * One cycle for each knot of the graph (strongly connected set of more than one node, or a node that points at itself),
 * as the list of nodes along it, the first not repeated. Depth-first search; nodes in the order given.
 *
 * @param {Map<string, Iterable<string>>} arrows
 * @returns {string[][]}
 */
export function findCycles(arrows) {
  /** @type {string[][]} */
  const cycles = [];
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} node @param {string[]} path */
  const visit = (node, path) => {
    const seen = path.indexOf(node);
    if (seen >= 0) {
      const cycle = path.slice(seen);
      if (!cycles.some((other) => other.some((member) => cycle.includes(member)))) cycles.push(cycle);
      return;
    }
    if (done.has(node)) return;
    for (const next of arrows.get(node) ?? []) visit(next, [...path, node]);
    done.add(node);
  };
  for (const node of arrows.keys()) visit(node, []);
  return cycles;
}
