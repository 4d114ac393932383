import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure } from '#shared/contract/failure.ts'
import type { ParsedInput } from '#shared/contract/engine.ts'
import { appError, withDetails } from '#shared/i18n/appError.ts'
import { mapScheme } from '#shared/model/mapRule.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { SchemeFile } from '#shared/model/schemeFile.ts'
import type { WriteContext } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { createScheme, schemeById } from '../schemes.ts'
import { choiceIn, matchFile } from './matchFile.ts'
import { readSchemeFile } from './readSchemeFile.ts'
import { schemeFileOf } from './schemeFileOf.ts'
import { playbookOf } from './strategies.ts'

/** Schemes as files, from one base to another. */
export const schemeFileHandlers: Handlers<'schemes.exportFile' | 'schemes.inspectFile' | 'schemes.importFile'> = {
  'schemes.exportFile': async (context, { schemeId, path }) => {
    await writeWhole(path, `${JSON.stringify(schemeFileOf(context, schemeById(context.schema, schemeId)), null, 2)}\n`)
    return { path }
  },
  'schemes.inspectFile': async (context, { path, tableId, columns }) => matchFile(context.schema, await readSchemeFile(path), tableId, columns),
  'schemes.importFile': async (context, input) => importScheme(context, await readSchemeFile(input.path), input),
}

function importScheme(context: WriteContext, file: SchemeFile, { tableId, name, columns: asked }: ParsedInput<'schemes.importFile'>): Scheme {
  const { columns } = matchFile(context.schema, file, tableId, asked)
  const columnOf = (key: number): number => {
    const { columnId = null } = columns.find((each) => each.key === key) ?? {}
    if (columnId === null) throw new Failure(appError('column.notFound'))
    return columnId
  }
  const { rule, scope, fallbackOptionId } = mapScheme(
    { rule: file.rule, scope: file.scope, fallbackOptionId: file.fallback },
    {
      column: columnOf,
      option: (id) => id,
      choice: (key, id) => {
        const column = context.schema.columns.get(columnOf(key))
        return column === undefined ? null : choiceIn(context.schema, file, column, id)
      },
    },
  )
  return createScheme(context, {
    tableId,
    code: file.code,
    name,
    targetColumnId: null,
    newOptions: file.classes,
    scope,
    rule,
    fallbackOptionId,
    run: file.run,
    downgradeAfter: file.downgradeAfter,
    playbook: playbookOf(context.schema, file),
  })
}

/** The file appears when it is whole. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.new`
  try {
    await writeFile(unfinished, text)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw new Failure(withDetails(appError('file.cannotWrite', { name: basename(path) }), error))
  }
}
