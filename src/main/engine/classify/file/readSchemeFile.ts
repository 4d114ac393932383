import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import { parseJson } from '#shared/lib/parseJson.ts'
import { optionsOfScheme, columnsOfScheme } from '#shared/model/scheme.ts'
import { schemeFileSchema, schemeFileVersion, type SchemeFile } from '#shared/model/schemeFile.ts'

/** No scheme is as long as this. */
const mostBytes = 4_000_000

/** The scheme a file holds; a file that is not one, or is damaged, is refused in a sentence. */
export async function readSchemeFile(path: string): Promise<SchemeFile> {
  const name = basename(path)
  const unfit = () => new Failure(appError('scheme.notAFile', { name }))
  const info = await stat(path).catch(() => null)
  if (info?.isFile() !== true) throw new Failure(appError('file.notFound', { name }))
  if (info.size > mostBytes) throw unfit()
  const said = parsed((await readFile(path, 'utf8')).replace(/^\uFEFF/u, ''))
  const head = z.object({ format: z.literal('kebu-scheme'), version: z.number() }).safeParse(said)
  if (head.success && head.data.version > schemeFileVersion) throw new Failure(appError('scheme.newerFile', { name }))
  const file = schemeFileSchema.safeParse(said)
  if (!file.success || !holdsTogether(file.data)) throw unfit()
  return file.data
}

function parsed(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}

/** Whether the rule and the strategies name nothing that the file does not tell. */
function holdsTogether({ rule, scope, fallback, columns, classes, strategies }: SchemeFile): boolean {
  const keys = new Set(columns.map(({ key }) => key))
  const ids = new Set(classes.map(({ id }) => id))
  return (
    keys.size === columns.length &&
    ids.size === classes.length &&
    columnsOfScheme({ rule, scope }).every((key) => keys.has(key)) &&
    optionsOfScheme({ rule, fallbackOptionId: fallback }).every((id) => ids.has(id)) &&
    strategies.every((each) => ids.has(each.class))
  )
}
