import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDecodable, pictureSize } from '#shared/lib/pictureSize.ts'

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

test.each([
  ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0', { width: 1024, height: 768 }],
  ['jpeg', '\xff\xd8\xff\xe0\0\x04JF\xff\xc0\0\x11\x08\x03\0\x04\0', { width: 1024, height: 768 }],
  ['gif', 'GIF89a\0\x04\0\x03\0\0\0\0\0\0', { width: 1024, height: 768 }],
  ['webp, lossy', 'RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\0\x04\0\x03', { width: 1024, height: 768 }],
  ['webp, lossless', 'RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\xff\xc3\xbf\0', { width: 1024, height: 768 }],
  ['webp, extended', 'RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\xff\x03\0\xff\x02\0', { width: 1024, height: 768 }],
  ['bmp', `BM${'\0'.repeat(16)}\0\x04\0\0\0\x03\0\0`, { width: 1024, height: 768 }],
  ['avif', `\0\0\0\x20ftypavif${'\0'.repeat(20)}ispe\0\0\0\0\0\0\x04\0\0\0\x03\0\0\0\0\0`, { width: 1024, height: 768 }],
])('the head of a picture says its size: %s', (_name, head, size) => {
  expect(pictureSize(latin(head))).toEqual(size)
})

test('a picture that claims more than memory holds is not decoded, nor one without a size', () => {
  expect(isDecodable(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff'))).toBe(false)
  expect(isDecodable(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x03'))).toBe(false)
  expect(isDecodable(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x04\0\0\0\x03\0'))).toBe(true)
})

test('any bytes: a size or none, never an exception, never without end', () => {
  const heads = ['\x89PNG', '\xff\xd8', 'GIF8', 'RIFF\0\0\0\0WEBPVP8X', 'BM', '\0\0\0\x20ftyp', '']
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, rest) => {
      const size = pictureSize(Buffer.concat([latin(head), rest]))
      expect(size === null || Number.isFinite(size.width * size.height)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
