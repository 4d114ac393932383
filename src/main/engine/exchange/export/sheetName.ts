/** A name Excel takes for a sheet: at most 31 characters, none of `\ / ? * [ ] :`, no apostrophe at either end. */
export function sheetName(name: string): string {
  const plain = name
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
  return plain === '' ? 'Sheet1' : plain
}
