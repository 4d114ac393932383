/** Cells as spreadsheet programs exchange them: tabs between, a line for each row, quotes where needed. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

/** The cells of a text that was copied in a spreadsheet program; the newline at its end is not a row. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let at = 0
  const normal = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  while (at < normal.length) {
    const letter = normal.charAt(at)
    if (letter === '"' && cell === '') {
      const [inner, next] = readQuoted(normal, at)
      cell = inner
      at = next
    } else if (letter === '\t') {
      endCell()
      at += 1
    } else if (letter === '\n') {
      endCell()
      rows.push(row)
      row = []
      at += 1
    } else {
      cell += letter
      at += 1
    }
  }
  endCell()
  rows.push(row)
  return rows
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** The text inside quotes that open at `start`, and where reading goes on; a quote that never closes is a letter. */
function readQuoted(text: string, start: number): [string, number] {
  let inner = ''
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) !== '"') inner += text.charAt(at)
    else if (text.charAt(at + 1) === '"') {
      inner += '"'
      at += 1
    } else return [inner, at + 1]
  }
  return ['"', start + 1]
}
