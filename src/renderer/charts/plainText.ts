/**
 * A name as the chart library shows it letter by letter: without this, "{a|b}" in a customer's name would be
 * read as its mark-up for styled text.
 */
export function plainText(name: string): string {
  return name.replaceAll('{', '{\u200B')
}

/** Long names end in an ellipsis; Chinese letters count twice, as they are twice as wide. */
export function shortened(name: string, width: number): string {
  let used = 0
  let end = 0
  for (const letter of name) {
    used += isWide(letter) ? 2 : 1
    if (used > width) return `${name.slice(0, end)}…`
    end += letter.length
  }
  return name
}

/** Width of a text in Latin letters, for leaving room beside a chart. */
export function textWidth(text: string): number {
  let width = 0
  for (const letter of text) width += isWide(letter) ? 2 : 1
  return width
}

function isWide(letter: string): boolean {
  // From Hangul Jamo on, the scripts in use are set in full squares.
  return (letter.codePointAt(0) ?? 0) >= 0x1100
}
