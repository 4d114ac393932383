export type XmlTag = { name: string; attributes: Record<string, string>; kind: 'open' | 'close' | 'empty' }

/** The tags of a small XML part in document order; names without their namespace prefix. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  const pattern = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g
  for (const [, slash, name, rest = ''] of xml.matchAll(pattern)) {
    if (name === undefined) continue
    const kind = slash === '/' ? 'close' : rest.endsWith('/') ? 'empty' : 'open'
    yield { name: localName(name), attributes: kind === 'close' ? {} : attributesOf(rest), kind }
  }
}

/** Attributes by local name, save relationship ids, which keep theirs apart from plain `id`. */
function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const local = localName(name)
    attributes[local === 'id' && name.includes(':') ? 'r:id' : local] = decodeEntities(double ?? single ?? '')
  }
  return attributes
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** `_x000D_` is how Office writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function decodeOfficeText(text: string): string {
  const decoded = decodeEntities(text)
  if (!decoded.includes('_x')) return decoded
  return decoded.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
