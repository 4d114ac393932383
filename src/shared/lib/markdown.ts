/** Whether a text is written in Markdown. Others are shown as they stand, every space and line of them. */
export function isMarkdown(text: string): boolean {
  return signs.some((sign) => sign.test(text))
}

const signs: readonly RegExp[] = [
  /^ {0,3}#{1,6} \S/mu,
  /^ {0,6}[-*+] \S/mu,
  /^ {0,3}> \S/mu,
  /^ {0,3}```/mu,
  /(?:\*\*|~~)[^\s*~]/u,
  /`[^`\n]+`/u,
  /\[[^\]\n]*\]\([^)\s]+\)/u,
  /^ {0,3}\|?[ :]*-{3,}[ :]*\|/mu,
]

/** A text as one line of plain words: marks of Markdown are left out, what they mark stays. */
export function plainLine(text: string): string {
  const begin = text.length > mostShown ? text.slice(0, mostShown) : text
  if (!isMarkdown(begin)) return begin
  return begin
    .replace(/^ {0,3}```.*$/gmu, '')
    .replace(/^ {0,3}\|?[ :]*-{3,}[ :|-]*$/gmu, '')
    .replace(/^\s*(?:> ?)+/gmu, '')
    .replace(/^\s*[-*+] +\[ \] +/gmu, '☐ ')
    .replace(/^\s*[-*+] +\[[xX]\] +/gmu, '☑ ')
    .replace(/^ {0,3}#{1,6} +|^\s*[-*+] +/gmu, '')
    .replace(/^\s*\|(.*)\|\s*$/gmu, (_line, cells: string) => cells.replaceAll('|', ' '))
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]+)`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|~>-])/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** More than a cell shows, whatever its width. */
const mostShown = 2000

/** The text with the task whose mark stands at this place ticked, or not any more; null where there is no task. */
export function toggleTask(text: string, at: number): string | null {
  const task = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?=\s)/u.exec(text.slice(at, at + 40))
  if (task === null) return null
  const box = at + task[0].length - 2
  return `${text.slice(0, box)}${task[1] === ' ' ? 'x' : ' '}${text.slice(box + 1)}`
}
