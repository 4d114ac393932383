import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import type { ErrorCode } from '#shared/contract/error.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { openCsv } from './csv.ts'
import { decoded, detectEncoding, headSize } from './encoding.ts'
import { openLegacy } from './legacy.ts'
import { maxSheetRows, type Encoding, type RawRow, type RawSheet, type Workbook } from './workbook.ts'
import { openXlsx } from './xlsx.ts'
import { DamagedFile, openZip } from './zip.ts'

/**
 * Opens a file by what it holds, not by what it is called. Whatever is wrong with it is one `Failure` with a sentence,
 * here and while its rows are read.
 */
export async function openWorkbook(path: string, encoding: Encoding | null): Promise<Workbook> {
  const name = basename(path)
  return explained(name, async () => {
    const head = readHead(path)
    if (head.length === 0) throw failure('file.empty', name)
    const workbook = await open(path, name, head, encoding)
    return { ...workbook, sheets: workbook.sheets.map((sheet) => guarded(sheet, name)) }
  })
}

async function open(path: string, name: string, head: Buffer, encoding: Encoding | null): Promise<Workbook> {
  const extension = extname(name).toLowerCase()
  if (startsWith(head, [0x50, 0x4b])) return openZipped(path, name)
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return openCompound(path, name)
  // BIFF2–5 files of the early nineties begin with their first record.
  if (head[0] === 0x09 && (head[1] ?? 9) <= 8 && extension === '.xls') return openLegacy(path, null)
  const found = encoding ?? (await detectEncoding(path, head))
  const isBinaryName = ['.xlsx', '.xlsm', '.xlsb', '.ods'].includes(extension)
  if (found === null || isBinaryName || isOtherFormat(head)) throw failure('file.notAWorkbook', name)
  const start = new TextDecoder(found).decode(head).trimStart()
  if (/^(<!doctype html|<html|<table|<meta|<head|<\?xml|<workbook)/i.test(start)) return openPage(path, name, found, start)
  // Text under the name of a workbook is taken for separated values only when it is separated.
  if (extension.startsWith('.xl') && !/[\t,;]/.test(start.slice(0, 4096))) throw failure('file.notAWorkbook', name)
  return openCsv(path, name.slice(0, name.length - extension.length) || name, found)
}

async function openZipped(path: string, name: string): Promise<Workbook> {
  const zip = openZip(path)
  const entries = [...zip.entries.keys()]
  if (entries.some((entry) => /(^|\/)workbook\d*\.xml$/.test(entry))) {
    try {
      return await openXlsx(zip)
    } catch (error) {
      zip.close()
      throw error
    }
  }
  zip.close()
  const isLegacy = entries.includes('xl/workbook.bin') || (entries.includes('content.xml') && entries.includes('mimetype'))
  if (!isLegacy) throw failure('file.notAWorkbook', name)
  return openLegacy(path, null)
}

/** The container of Office before 2007; since then, what wraps a workbook with a password. */
function openCompound(path: string, name: string): Promise<Workbook> {
  const bytes = readFileSync(path)
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) throw failure('file.password', name)
  if (!holds('Workbook') && !holds('Book') && !holds('WORKBOOK')) throw failure('file.notAWorkbook', name)
  return openLegacy(path, null)
}

/** A web page or XML saved as .xls; with no table in it, it is no workbook. */
async function openPage(path: string, name: string, encoding: Encoding, start: string): Promise<Workbook> {
  if (!/<(\w+:)?(table|workbook)[\s>]/i.test(start) && !start.includes('office:spreadsheet')) throw failure('file.notAWorkbook', name)
  let text = ''
  for await (const piece of decoded(path, encoding)) text += piece
  return { ...(await openLegacy(path, text)), encoding }
}

/** Text by its bytes, but plainly meant for another program. */
function isOtherFormat(head: Buffer): boolean {
  return startsWith(head, [...Buffer.from('%PDF')]) || startsWith(head, [...Buffer.from('{\\rtf')])
}

const startsWith = (head: Buffer, bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte)

function readHead(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headSize)
    return head.subarray(0, readSync(file, head, 0, headSize, 0))
  } finally {
    closeSync(file)
  }
}

function guarded(sheet: RawSheet, name: string): RawSheet {
  return { ...sheet, merges: () => explained(name, () => sheet.merges()), rows: () => guardedRows(sheet, name) }
}

async function* guardedRows(sheet: RawSheet, name: string): AsyncIterable<RawRow[]> {
  try {
    for await (const rows of sheet.rows()) {
      if ((rows.at(-1)?.number ?? 0) > maxSheetRows) throw new Failure(appError('file.tooManyRows', { name, limit: maxSheetRows }))
      yield rows
    }
  } catch (error) {
    throw explanation(error, name)
  }
}

async function explained<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw explanation(error, name)
  }
}

/** What went wrong with a file, in the user's words; the cause is kept for the log. */
function explanation(error: unknown, name: string): unknown {
  if (error instanceof Failure) return error
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Failure(appError('file.notFound', { name }))
  const isLocked = error instanceof Error && /password|encrypt/i.test(error.message) && !(error instanceof DamagedFile)
  return new Failure(withDetails(appError(isLocked ? 'file.password' : 'file.unreadable', { name }), error))
}

function failure(code: Extract<ErrorCode, 'file.empty' | 'file.notAWorkbook' | 'file.password'>, name: string): Failure {
  return new Failure(appError(code, { name }))
}
