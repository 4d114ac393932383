/** One line of text as a cell keeps it: composed characters, no control characters, no space around. */
export function cleanLine(text: string): string {
  return composed(text.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/gu, ' '))
}

/** Text of several lines as a cell keeps it; line ends become `\n`, tabs stay. */
export function cleanLines(text: string): string {
  return composed(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n'))
}

/** The form in which names are matched: width, case, spaces, brackets and joining marks do not tell names apart. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]{}<>〈〉《》「」『』【】〔〕"'“”‘’·・•.,、。_\-–—]|\p{C}/gu, '')
}

/** NFKC with spaces collapsed: the ground on which dates, numbers and the like are read. */
export function plainForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** Composed last: a control character that goes may leave a letter and its mark side by side. */
const composed = (text: string): string => text.replace(invisible, '').trim().normalize('NFC')

// Control, zero-width and byte-order characters; the joiners U+200C and U+200D stay, scripts and emoji need them.
// eslint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u200B\u2060\uFEFF]/gu
