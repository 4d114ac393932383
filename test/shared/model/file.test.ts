import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashOfMark, markOfHash, withoutFileMarks } from '#shared/lib/fileMarks.ts'
import { safeFileName } from '#shared/lib/fileName.ts'
import { readFiles, writeFiles } from '#shared/model/file.ts'

const hash = fc.stringMatching(/^[0-9a-f]{64}$/u)
const file = fc.record({
  hash,
  name: fc.string({ unit: 'grapheme', maxLength: 60 }).map(safeFileName),
  size: fc.nat(),
  type: fc.constantFrom('image/png', 'text/plain'),
})

test('files of a cell are read as they were written, in their order', () => {
  fc.assert(
    fc.property(fc.array(file, { maxLength: 5 }), (files) => {
      expect(readFiles(writeFiles(files))).toEqual(files)
    }),
  )
})

test('whatever a cell holds, only files are read from it', () => {
  const good = { hash: 'a'.repeat(64), name: 'a', size: 1, type: 'text/plain' }
  expect(readFiles(JSON.stringify([good, { ...good, hash: 'A' }, null, 5, 'x', { ...good, size: -1 }]))).toEqual([good])
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.double(), fc.constant(null)), (value) => {
      expect(readFiles(value)).toBeInstanceOf(Array)
    }),
  )
})

test('a picture in a text is named by its hash, and the hash is no word', () => {
  fc.assert(
    fc.property(hash, (one) => {
      expect(hashOfMark(markOfHash(one))).toBe(one)
      expect(withoutFileMarks(`前 ![图](${markOfHash(one)}) 后`)).toBe('前 ![图]() 后')
    }),
  )
  expect(['kebu-file:xyz', 'https://example.com', `${markOfHash('a'.repeat(64))}x`].map(hashOfMark)).toEqual([null, null, null])
})
