/** Whether a text has letters whose case SQLite's `lower` does not know: full-width, accented, Greek, Cyrillic … */
export function hasCaseBeyondAscii(text: string): boolean {
  return /[^\p{ASCII}]/u.test(text) && [...text].some((letter) => letter > '\u007f' && letter.toLowerCase() !== letter.toUpperCase())
}
