import { parseEmail } from './email.ts'
import { cleanLine } from './text.ts'

/**
 * A web or mail address out of what people write, in full: `example.com` gets https, `a@b.cn` gets mailto. Null for
 * anything else: no other scheme is ever stored or opened, nor an address that names a user before its host.
 */
export function parseUrl(text: string): string | null {
  const line = cleanLine(text.normalize('NFC')).replace(/^<(.+)>$/u, '$1')
  if (line.length > longest) return null
  if (/^mailto:/iu.test(line)) return mailTo(line)
  const written = /^https?:\/\//iu.test(line) ? line : `https://${line}`
  const match = webAddress.exec(written)
  if (match !== null) return `${(match[1] ?? '').toLowerCase()}://${(match[2] ?? '').toLowerCase()}${match[3] ?? ''}`
  return parseEmail(line) === null ? null : mailTo(line)
}

/** Whether a text is an address that may be opened in the system's browser or mail program. */
export const isUrl = (text: string): boolean => parseUrl(text) === text

/** The same, and telephone numbers, which the system dials. */
export const isOpenable = (text: string): boolean => isUrl(text) || /^tel:\+?\d[\d*#,-]{1,40}$/u.test(text)

const longest = 2000
const host = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?`
/** Scheme, host with its port, and the rest. A host has a dot, or is this machine or a number in brackets. */
const webAddress = new RegExp(
  String.raw`^(https?)://((?:${host}(?:\.${host})+|localhost|\[[0-9a-f:]+\])(?::\d{1,5})?)((?:[/?#][^\s<>"\\^{|}\x60]*)?)$`,
  'iu',
)

function mailTo(line: string): string | null {
  const [address = '', ...query] = line.replace(/^mailto:/iu, '').split('?')
  const parsed = parseEmail(address)
  if (parsed === null || /[\s<>"]/u.test(query.join('?'))) return null
  return `mailto:${parsed}${query.length === 0 ? '' : `?${query.join('?')}`}`
}
