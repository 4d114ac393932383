import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediaTypeOf } from '#shared/lib/mediaType.ts'
import { isPicture } from '#shared/model/file.ts'

const typeOf = (head: string, name = 'x'): string => mediaTypeOf(Buffer.from(head, 'latin1'), name)

test.each([
  ['\x89PNG\r\n\x1a\n', 'a.txt', 'image/png'],
  ['\xff\xd8\xff\xe0', 'a.png', 'image/jpeg'],
  ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'a', 'image/webp'],
  ['%PDF-1.7', 'a.png', 'application/pdf'],
  ['PK\x03\x04', 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['PK\x03\x04', 'a.bin', 'application/zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '报价.xls', 'application/vnd.ms-excel'],
  ['MZ\x90\x00', 'photo.png', 'application/x-executable'],
  ['\x7fELF', 'photo.png', 'application/x-executable'],
  ['#!/bin/sh\nrm', 'readme.txt', 'text/x-script'],
  ['\xef\xbb\xbf#!/bin/sh', 'readme.txt', 'text/x-script'],
  ['<svg xmlns="">', 'a.png', 'image/svg+xml'],
  ['<?xml version="1.0"?>\n<!-- x -->\n<svg >', 'a.png', 'image/svg+xml'],
  [' <!DOCTYPE html>', 'a.png', 'text/html'],
  ['hello', 'a.png', 'text/plain'],
  ['a\x00b', 'a.png', 'application/octet-stream'],
  ['', 'a.png', 'application/octet-stream'],
])('bytes tell what a file is, whatever it is called: %j as %s', (head, name, type) => {
  expect(typeOf(head, name)).toBe(type)
})

test('no document with scripts passes for a picture that is shown', () => {
  expect(['image/svg+xml', 'text/html', 'application/pdf', 'image/tiff'].filter(isPicture)).toEqual([])
})

test('any bytes have a type', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (head, name) => {
      expect(mediaTypeOf(head, name)).toMatch(/^[a-z]+\/[\w.+-]+$/u)
    }),
  )
})
