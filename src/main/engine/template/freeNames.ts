/** Gives each name asked for once: one that is taken gets a number behind it. */
export function freeNames(taken: readonly string[]): (name: string) => string {
  const names = new Set(taken)
  return (name) => {
    let free = name
    for (let count = 2; names.has(free); count++) free = `${name} ${count}`
    names.add(free)
    return free
  }
}
