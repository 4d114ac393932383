import type { BaseDescription } from '#shared/contract/base.ts'
import { createContext, use, useMemo } from 'react'
import { baseOf, type Base } from './base.ts'
import { schemaOf, type Schema } from './schema.ts'

/** The open base; the shell provides it once it has been described. */
export const BaseContext = createContext<Base | null>(null)

/** Its schema alone, which stays the same object while only cells and views change. */
export const SchemaContext = createContext<Schema | null>(null)

export const useBaseOrNull = (): Base | null => use(BaseContext)

/** The open base, inside the frame, where there always is one. */
export function useBase(): Base {
  const base = use(BaseContext)
  if (base === null) throw new Error('useBase outside an open base')
  return base
}

/** Tables, columns, schemes and members of the open base; for what is costly to make anew at every edit, such as the grid's columns. */
export function useSchema(): Schema {
  const schema = use(SchemaContext)
  if (schema === null) throw new Error('useSchema outside an open base')
  return schema
}

/** Base and schema of a description, made anew only as far as they changed. */
export function useDescribed(description: BaseDescription | undefined): { base: Base; schema: Schema } | null {
  const { readOnly, tables, columns, schemes, members } = description ?? nothing
  const schema = useMemo(() => schemaOf({ readOnly, tables, columns, schemes, members }), [readOnly, tables, columns, schemes, members])
  return useMemo(() => (description === undefined ? null : { base: baseOf(description, schema), schema }), [description, schema])
}

const nothing = { readOnly: true, tables: [], columns: [], schemes: [], members: [] }
