import { z } from 'zod'
import { safeFileName } from '../lib/fileName.ts'
import { parseJson } from '../lib/parseJson.ts'
import type { CellValue } from './cell.ts'
import type { ColumnType } from './column.ts'

/** A content of the base is named by the SHA-256 of its bytes: what is added twice is kept once. */
export const fileHashSchema = z.string().regex(/^[0-9a-f]{64}$/u)

/** A file in a cell: which content, and what it is called here. `type` is its media type, told by its bytes. */
export const storedFileSchema = z.object({
  hash: fileHashSchema,
  name: z.string().min(1).max(255),
  size: z.number().int().min(0),
  type: z.string().max(100),
})
export type StoredFile = z.infer<typeof storedFileSchema>

/** Columns whose cells hold files of the base. */
export const fileColumnTypes: ReadonlySet<ColumnType> = new Set<ColumnType>(['file', 'image', 'signature'])

/** The files in a cell, in their order; what is none is left out. */
export function readFiles(value: CellValue): StoredFile[] {
  if (typeof value !== 'string' || !value.startsWith('[')) return []
  try {
    const parsed = parseJson(value)
    if (!Array.isArray(parsed)) return []
    return parsed.flatMap((item: unknown) => storedFileSchema.safeParse(item).data ?? [])
  } catch {
    return []
  }
}

/** The stored form; no files are an empty cell. */
export function writeFiles(files: readonly StoredFile[]): string | null {
  if (files.length === 0) return null
  return JSON.stringify(files.map(({ hash, name, size, type }) => ({ hash, name: safeFileName(name), size, type })))
}

/** Whether a window can show the content as a picture. SVG is a document that may hold scripts, and is not among them. */
export const isPicture = (type: string): boolean => pictures.has(type)

const pictures: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif'])
