import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
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
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled,
    meta: { reads: readsOf(name, input, base) },
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
