/** Names Excel accepts for sheets: at most 31 characters, none of `[]:*?/\`, all different. */
export function sheetNames(titles: readonly string[]): string[] {
  const names: string[] = []
  for (const title of titles) {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\]/gu, '-')
        .replaceAll(/^'+|'+$/gu, '')
        .trim() || '-'
    let name = plain.slice(0, longest)
    for (let number = 2; names.some((known) => known.toLowerCase() === name.toLowerCase()); number += 1) {
      const ending = ` ${number}`
      name = plain.slice(0, longest - ending.length) + ending
    }
    names.push(name)
  }
  return names
}

const longest = 31
