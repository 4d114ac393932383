/** Whether a text only says that there is nothing: 无, 暂无, N/A, a dash. People type it where a number or an address should stand. */
export function saysNothing(text: string): boolean {
  return nothingWords.has(text.normalize('NFKC').trim().toLowerCase())
}

const nothingWords = new Set(['无', '暂无', '没有', '空', 'n/a', 'na', 'none', 'null', 'nil', '-', '--', '---', '—', '——', '–', '/', '\\'])
