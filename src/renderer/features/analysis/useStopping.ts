import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { Analysis, AnalysisRequest } from '#shared/contract/analysis.ts'

export type Stopping = {
  /** What is shown is of before: the calculation asked for last was stopped. */
  isStopped: boolean
  stop: () => void
  again: () => void
}

/** Stops the analysis that is being calculated, and calculates it after all. */
export function useStopping({ name, input }: AnalysisRequest, answer: UseQueryResult<Analysis>): Stopping {
  const client = useQueryClient()
  const [stopped, setStopped] = useState<{ key: string; updatedAt: number } | null>(null)
  const key = JSON.stringify([name, input])
  const { dataUpdatedAt: updatedAt, isFetching, refetch } = answer
  return {
    // An answer that came since, because something changed in the book, is one.
    isStopped: !isFetching && stopped?.key === key && stopped.updatedAt === updatedAt,
    stop: () => {
      setStopped({ key, updatedAt })
      void client.cancelQueries({ queryKey: [`analysis.${name}`, input], exact: true })
    },
    again: () => void refetch(),
  }
}
