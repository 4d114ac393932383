import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { addDays, type Day } from '#shared/lib/days.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import { readIds } from '#shared/model/idList.ts'
import type { Option } from '#shared/model/option.ts'
import { dueDay, entryOf, type PlaybookAction, type PlaybookEntry } from '#shared/model/playbook.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { shippedContactDays } from '#shared/model/shippedPlaybook.ts'
import { nextTimeOn, type FollowUpDraft } from './followUpDraft.ts'

/** What the strategy of one of the row's classes says. */
export type Advice = { schemeId: number; option: Option; entry: PlaybookEntry }

/** Every how many days to get in touch, and the class that says so. */
export type Rhythm = { days: number; className: string }

export type Suggestion = {
  /** The most pressing first: the shortest rhythm, then those without one. */
  advice: Advice[]
  rhythm: Rhythm | null
  /** The day on which the customer is due, today at the earliest, and the day before today that was missed; null without a rhythm. */
  due: { day: Day; missed: Day | null } | null
}

/** Later than every rhythm. */
const noRhythm = 1_000_000

type Classing = Pick<Scheme, 'id' | 'enabled' | 'targetColumnId' | 'playbook'>

/** What the classes of a row suggest, from the strategies of their schemes; null where none says anything. */
export function suggestionOf(
  schemes: readonly Classing[],
  column: (id: number) => Column | undefined,
  cells: Readonly<Record<number, CellValue>>,
  lastFollowUp: string | null,
  today: Day,
): Suggestion | null {
  const advice = schemes
    .filter(({ enabled }) => enabled)
    .flatMap((scheme): Advice[] => {
      return classesOf(column(scheme.targetColumnId), cells).flatMap((option) => {
        const entry = entryOf(scheme.playbook, option.id)
        return entry === null ? [] : [{ schemeId: scheme.id, option, entry }]
      })
    })
    .sort((one, other) => (one.entry.contactDays ?? noRhythm) - (other.entry.contactDays ?? noRhythm))
  const [first] = advice
  if (first === undefined) return null
  const { contactDays } = first.entry
  const rhythm = contactDays === null ? null : { days: contactDays, className: first.option.name }
  const unbounded = lastFollowUp === null || contactDays === null ? null : addDays(lastFollowUp.slice(0, 10), contactDays)
  const due =
    rhythm === null ? null : { day: dueDay(lastFollowUp, contactDays, today), missed: unbounded !== null && unbounded < today ? unbounded : null }
  return { advice, rhythm, due }
}

/** The rhythm of the row's grade, where the scheme of grades has no strategies of its own. */
export function rhythmOfGrade(
  schemes: readonly Pick<Scheme, 'code' | 'targetColumnId' | 'playbook'>[],
  column: (id: number) => Column | undefined,
  cells: Readonly<Record<number, CellValue>>,
): Rhythm | null {
  const scheme = schemes.find(({ code, playbook }) => code === 'grade' && playbook.length === 0)
  const [option] = scheme === undefined ? [] : classesOf(column(scheme.targetColumnId), cells)
  const days = option?.code === undefined ? null : shippedContactDays('grade', option.code)
  return option === undefined || days === null ? null : { days, className: option.name }
}

/** The day for a suggested action: so many days after the customer is due. */
export function dayOfAction(action: PlaybookAction, suggestion: Pick<Suggestion, 'due'>, today: Day): Day {
  return addDays(suggestion.due?.day ?? today, action.afterDays)
}

/**
 * What a suggested action puts into a follow-up: one for today is what is being written down, one for
 * later is what comes next.
 */
export function takeAction(action: PlaybookAction, day: Day, today: Day, nextWithTime: boolean): Partial<FollowUpDraft> {
  if (day > today) return { nextTime: nextTimeOn(day, nextWithTime), nextContent: action.title }
  return { content: action.title, ...(action.methodId === null ? {} : { methodId: action.methodId }) }
}

/** The class of the row, or its tags. */
function classesOf(target: Column | undefined, cells: Readonly<Record<number, CellValue>>): Option[] {
  const ids = readIds(cells[target?.id ?? 0] ?? null)
  return ids.flatMap((id) => optionsOf(target).find((option) => option.id === id) ?? [])
}
