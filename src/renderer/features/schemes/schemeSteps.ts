import type { ClassCount } from '#shared/contract/classes.ts'
import type { Day } from '#shared/lib/days.ts'
import type { Option } from '#shared/model/option.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import type { SchemePart } from '../../shell/state.ts'
import { effectReady } from './history/effectDay.ts'

/** `done`; `todo`: the owner's turn; `later`: nothing can be done yet. */
export type SchemeStep = { step: 'data' | 'rule' | 'strategy' | 'effect'; state: 'done' | 'todo' | 'later'; part: SchemePart; said: Said }

type Said =
  | { key: 'noRows' | 'notWritten' | 'afterStrategy' | 'afterClasses' | 'ready' | 'allClassed' | 'allSet' }
  | { key: 'lacking' | 'unset' | 'classes' | 'tags'; count: number }
  | { key: 'oneClass'; name: string }
  | { key: 'written'; count: number; all: number }
  | { key: 'from'; day: Day }

type Standing = { counts: readonly ClassCount[]; options: readonly Option[]; since: Day | null; today: Day }

/** What a scheme's owner goes through, and how far that is: the data, the bounds of the classes, the strategy, its effect. */
export function schemeSteps(scheme: Pick<Scheme, 'rule' | 'playbook'>, standing: Standing): SchemeStep[] {
  return [...dataStep(scheme, standing), ...ruleStep(scheme, standing), strategyStep(scheme, standing), effectStep(scheme, standing)]
}

/** Rows without tags lack nothing. */
function dataStep({ rule }: Pick<Scheme, 'rule'>, { counts }: Standing): SchemeStep[] {
  if (rule.kind === 'tags') return []
  const isManual = rule.kind === 'manual'
  const inScope = counts.reduce((sum, each) => sum + each.inScope, 0)
  const without = counts.find(({ optionId }) => optionId === null)?.inScope ?? 0
  const step = { step: 'data', part: 'missing' } as const
  if (inScope === 0) return [{ ...step, state: 'later', said: { key: 'noRows' } }]
  if (without > 0) return [{ ...step, state: 'todo', said: { key: isManual ? 'unset' : 'lacking', count: without } }]
  return [{ ...step, state: 'done', said: { key: isManual ? 'allSet' : 'allClassed' } }]
}

/** Where all rows are in one class, the bounds do not divide anything. */
function ruleStep({ rule }: Pick<Scheme, 'rule'>, { counts, options }: Standing): SchemeStep[] {
  if (rule.kind === 'manual') return []
  const used = counts.filter(({ optionId, inScope }) => optionId !== null && inScope > 0)
  const isTags = rule.kind === 'tags'
  const only = used.length === 1 && !isTags ? options.find(({ id }) => id === used[0]?.optionId) : undefined
  const step = { step: 'rule', part: 'rule' } as const
  if (only !== undefined) return [{ ...step, state: 'todo', said: { key: 'oneClass', name: only.name } }]
  if (used.length === 0) return [{ ...step, state: 'later', said: { key: 'afterClasses' } }]
  return [{ ...step, state: 'done', said: { key: isTags ? 'tags' : 'classes', count: used.length } }]
}

function strategyStep({ playbook }: Pick<Scheme, 'playbook'>, { options }: Standing): SchemeStep {
  const count = writtenOf(playbook, options)
  const step = { step: 'strategy', part: 'strategy' } as const
  if (count === 0) return { ...step, state: 'todo', said: { key: 'notWritten' } }
  return { ...step, state: count < options.length ? 'todo' : 'done', said: { key: 'written', count, all: options.length } }
}

function effectStep({ playbook }: Pick<Scheme, 'playbook'>, { options, since, today }: Standing): SchemeStep {
  const step = { step: 'effect', part: 'effect' } as const
  if (writtenOf(playbook, options) === 0) return { ...step, state: 'later', said: { key: 'afterStrategy' } }
  if (since === null) return { ...step, state: 'later', said: { key: 'afterClasses' } }
  const day = effectReady(since)
  return day > today ? { ...step, state: 'later', said: { key: 'from', day } } : { ...step, state: 'todo', said: { key: 'ready' } }
}

const writtenOf = (playbook: Scheme['playbook'], options: readonly Option[]): number =>
  options.filter(({ id }) => playbook.some(({ optionId }) => optionId === id)).length
