/** Lines of a table for a terminal, where a Chinese character is as wide as two letters. */
export function textTable(headers: readonly string[], rows: readonly (readonly string[])[], isRight: readonly boolean[]): string[] {
  const lines = [headers, ...rows].map((line) => line.map((cell) => shortened(cell.replace(/\s+/gu, ' '))))
  const widths = headers.map((_, index) => lines.reduce((most, line) => Math.max(most, widthOf(line[index] ?? '')), 0))
  const drawn = lines.map((line) =>
    line
      .map((cell, index) => padded(cell, widths[index] ?? 0, isRight[index] === true))
      .join('  ')
      .trimEnd(),
  )
  return [drawn[0] ?? '', widths.map((width) => '─'.repeat(width)).join('  '), ...drawn.slice(1)]
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : combining.test(character) ? 0 : 1
  return width
}

/** Han, kana, hangul, full-width forms and their punctuation, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
const combining = /\p{Mark}|\u200d/u

const widest = 40

function shortened(text: string): string {
  if (widthOf(text) <= widest) return text
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character) > widest - 1) break
    kept += character
  }
  return `${kept}…`
}

function padded(text: string, width: number, isRight: boolean): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)))
  return isRight ? gap + text : text + gap
}
