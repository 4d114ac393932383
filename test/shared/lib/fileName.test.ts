import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extensionOf, freeFileName, isRunnable, safeFileName } from '#shared/lib/fileName.ts'
import { anyText } from '../anyText.ts'

test.each([
  ['合同 2026.pdf', '合同 2026.pdf'],
  ['../../etc/passwd', 'etc passwd'],
  ['C:\\Windows\\system32\\x.dll', 'C Windows system32 x.dll'],
  ['..', 'file'],
  ['', 'file'],
  ['.htaccess', 'htaccess'],
  ['CON.txt', '_CON.txt'],
  ['nul', '_nul'],
  ['a\u202Egnp.exe', 'agnp.exe'],
  ['a\u0000b\n.txt', 'a b.txt'],
  ['报价. . ', '报价'],
  ['v1.2 最终版', 'v1.2 最终版'],
])('%j becomes %j', (given, safe) => {
  expect(safeFileName(given)).toBe(safe)
})

test('any text becomes a name that every system takes and that stays in its folder; a safe name stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 })), (given) => {
      const safe = safeFileName(given)
      expect(safe).toMatch(/^[^\\/:*?"<>|\p{Cc}]+$/u)
      expect(safe).not.toMatch(/^[. ]|[. ]$/u)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(210)
      expect(safeFileName(safe)).toBe(safe)
    }),
    { numRuns: 500 },
  )
})

test('a long name keeps its ending', () => {
  expect(safeFileName(`${'长'.repeat(300)}.xlsx`)).toMatch(/^长{65}\.xlsx$/u)
})

test('names that are taken get a number before their ending', () => {
  expect(freeFileName('照片.JPG', new Set())).toBe('照片.JPG')
  expect(freeFileName('照片.JPG', new Set(['照片.jpg', '照片 (2).jpg']))).toBe('照片 (3).JPG')
  expect(freeFileName('华东精密', new Set(['华东精密']))).toBe('华东精密 (2)')
})

test('what opening would run is known by its name or by its bytes', () => {
  expect(['a.exe', 'A.BAT', 'x.lnk', 'a.html', 'b.svg', 'run.sh', 'macro.xlsm', '发票.pdf.scr'].map((name) => isRunnable(name, ''))).toEqual(
    Array.from({ length: 8 }, () => true),
  )
  expect(isRunnable('photo.png', 'application/x-executable')).toBe(true)
  expect(['a.pdf', 'b.docx', 'c.xlsx', 'd.png', 'e.txt', '无后缀'].map((name) => isRunnable(name, ''))).toEqual(
    Array.from({ length: 6 }, () => false),
  )
  expect(extensionOf('归档.tar.GZ')).toBe('gz')
})
