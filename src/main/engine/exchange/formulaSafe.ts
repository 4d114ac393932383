/**
 * Text that a spreadsheet program opening a csv file would run as a formula gets an apostrophe in front; import takes
 * it off again (`read/csv.ts`). Dangerous is what begins with `=` or `@`, a tab or a line end, or with `+` or `-`
 * followed by anything but digits and the signs of numbers and phones: -5, -12.5%, +86 138-0013-8000 stay as they are.
 * Full-width signs count, because some versions of Excel take them for the same. Text that already begins with an
 * apostrophe before such a sign gets another one, so that taking one off is exact.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function formulaSafe(text: string): string {
  return dangerous.test(text) && !harmless.test(text) ? `'${text}` : text
}

/** Takes off what `formulaSafe` put on. */
export function formulaUnsafe(text: string): string {
  const rest = text.slice(1)
  return text.startsWith("'") && formulaSafe(rest) !== rest ? rest : text
}

const dangerous = /^'*[=@+\-＝＠＋－\t\r\n]/
const harmless = /^[+\-＋－][\d\s().,%/+-]*$/
