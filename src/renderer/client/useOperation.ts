import { keepPreviousData, queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Base } from './base.ts'
import { call } from './call.ts'
import type { Input, OperationName, Output } from './operations.ts'
import { readsOf } from './reads.ts'
import { useBaseOrNull } from './useBase.ts'

export type ReadOptions = {
  /** False waits, for input that is not known yet. */
  enabled?: boolean
  /** Shows the last answer while the next one comes, so that nothing jumps. */
  keepPrevious?: boolean
}

/**
 * The answer of a read, fetched again whenever a change touches what it reads.
 * `const { data, error } = useOperation('rows.get', { tableId, rowId })`
 */
export function useOperation<Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  { enabled = true, keepPrevious = false }: ReadOptions = {},
): UseQueryResult<Output<Name>> {
  const base = useBaseOrNull()
  return useQuery<Output<Name>>({
    ...readQuery(name, input, base),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/** The answers of several reads of one kind, in order, each kept and fetched again as `useOperation` does. */
export function useOperations<Name extends OperationName>(name: Name, inputs: readonly Input<Name>[]): UseQueryResult<Output<Name>>[] {
  const base = useBaseOrNull()
  return useQueries({ queries: inputs.map((input) => readQuery(name, input, base)) })
}

/** How a read is asked for and kept: for what asks before it is shown. */
export function readQuery<Name extends OperationName>(name: Name, input: Input<Name>, base: Base | null) {
  return queryOptions<Output<Name>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    meta: { reads: readsOf(name, input, base) },
  })
}
