/** By name, all that bear it, in the order in which they came. */
export function grouped<T>(all: readonly T[], named: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = named(one);
    found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
}
