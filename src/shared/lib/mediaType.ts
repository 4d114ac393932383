import { extensionOf } from './fileName.ts'

/** How many bytes of a file tell what it is. */
export const tellingBytes = 4096

/** The media type of a file, told by its first bytes. The name decides only between kinds that begin alike, such as docx and xlsx. */
export function mediaTypeOf(head: Uint8Array, name: string): string {
  const starts = (signature: readonly number[], at = 0): boolean => signature.every((byte, index) => head[at + index] === byte)
  const says = (text: string, at = 0): boolean =>
    starts(
      [...text].map((letter) => letter.charCodeAt(0)),
      at,
    )
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  if (starts([0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (says('GIF87a') || says('GIF89a')) return 'image/gif'
  if (says('RIFF')) return says('WEBP', 8) ? 'image/webp' : says('WAVE', 8) ? 'audio/wav' : says('AVI ', 8) ? 'video/x-msvideo' : unknown
  if (says('BM') && starts([0, 0, 0, 0], 6)) return 'image/bmp'
  if (starts([0x49, 0x49, 0x2a, 0]) || starts([0x4d, 0x4d, 0, 0x2a])) return 'image/tiff'
  if (says('ftyp', 4)) return isoTypes[String.fromCharCode(...head.subarray(8, 12))] ?? 'video/mp4'
  if (says('%PDF-')) return 'application/pdf'
  if (starts([0x50, 0x4b, 3, 4]) || starts([0x50, 0x4b, 5, 6])) return zipTypes[extensionOf(name)] ?? 'application/zip'
  if (starts([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return oleTypes[extensionOf(name)] ?? 'application/x-ole-storage'
  if (says('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg'
  if (says('OggS')) return 'audio/ogg'
  if (starts([0x1a, 0x45, 0xdf, 0xa3])) return 'video/webm'
  if (says('Rar!') || starts([0x37, 0x7a, 0xbc, 0xaf])) return 'application/x-archive'
  if (starts([0x1f, 0x8b])) return 'application/gzip'
  if (isProgram(starts, says)) return 'application/x-executable'
  return textType(head)
}

const unknown = 'application/octet-stream'

/** Windows, Linux, macOS in its four byte orders, Java, Windows shortcuts. */
function isProgram(starts: (signature: readonly number[]) => boolean, says: (text: string) => boolean): boolean {
  const signatures = [
    [0x7f, 0x45, 0x4c, 0x46],
    [0xcf, 0xfa, 0xed, 0xfe],
    [0xce, 0xfa, 0xed, 0xfe],
    [0xfe, 0xed, 0xfa, 0xcf],
    [0xfe, 0xed, 0xfa, 0xce],
    [0xca, 0xfe, 0xba, 0xbe],
    [0x4c, 0, 0, 0, 1, 0x14, 2, 0],
  ]
  return says('MZ') || signatures.some(starts)
}

function textType(head: Uint8Array): string {
  if (head.length === 0 || head.includes(0)) return unknown
  let text = ''
  for (const byte of head.subarray(0, 1024)) text += String.fromCharCode(byte)
  const begin = text.replace(/^\u00ef\u00bb\u00bf/u, '').trimStart()
  if (begin.startsWith('#!')) return 'text/x-script'
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!doctype svg[^>]*>\s*)*<svg[\s>]/iu.test(begin)) return 'image/svg+xml'
  if (/^(?:<!doctype html|<html|<head|<body|<script)/iu.test(begin)) return 'text/html'
  return 'text/plain'
}

/** By the brand of an ISO media file. */
const isoTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  heic: 'image/heic',
  heix: 'image/heic',
  mif1: 'image/heic',
  'qt  ': 'video/quicktime',
  'M4A ': 'audio/mp4',
}

const office = 'application/vnd.openxmlformats-officedocument'
const zipTypes: Readonly<Record<string, string>> = {
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}
const oleTypes: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  wps: 'application/msword',
  et: 'application/vnd.ms-excel',
}
