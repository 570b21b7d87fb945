// Nodes that say the same and lead to the same become one: a flag that nothing reads any more splits nothing.

/** `start` and `nodes` with equal nodes merged, in the order in which they are first met. */
export function merged(start, nodes) {
  const group = groupsOf(nodes);
  const kept = [];
  const number = new Map();
  const numberOf = (node) => {
    if (!number.has(group[node])) number.set(group[node], kept.push(nodes[node]) - 1);
    return number.get(group[node]);
  };
  const entries = start.map(numberOf);
  for (const node of kept) node.choices = node.choices.map(({ text, target }) => ({ text, target: numberOf(target) }));
  return { start: entries, nodes: kept };
}

/** Coarsest partition in which members of a group say the same and lead to the same groups (Moore's algorithm). */
function groupsOf(nodes) {
  let group = nodes.map(() => 0);
  for (let count = 0, grown = 1; grown !== count; ) {
    count = grown;
    const names = new Map();
    group = nodes.map((node, at) => {
      const { lines, sets, knot, choices } = node;
      const leads = choices.map(({ text, target }) => [text, group[target]]);
      const key = JSON.stringify([group[at], lines, sets, knot, leads]);
      if (!names.has(key)) names.set(key, names.size);
      return names.get(key);
    });
    grown = names.size;
  }
  return group;
}
