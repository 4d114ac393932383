import type { Analysis, AnalysisInputs, AnalysisSection } from '#shared/contract/analysis.ts'
import type { CellValue } from '#shared/model/cell.ts'
import type { Column } from '#shared/model/column.ts'
import { keyText } from './columnWords.ts'
import { ticketRoles, ticketsOf, timesOf, type Ticket, type Times } from './figures/ticketTimes.ts'
import { missingOf, sectionOf, type Making } from './making.ts'
import { spanNote, spanOf } from './span.ts'

/** Of fewer tickets a middle says little. */
const leastTickets = 5

/** How long tickets wait for a reply and a solution, by kind and by cause. */
export function tickets(making: Making, input: AnalysisInputs['tickets']): Analysis {
  const { context, words } = making
  const { t } = words
  const span = spanOf(input.period, context.today)
  const found = ticketsOf(context, span.now)
  if (found === null) return missingOf(making, ticketRoles) ?? { kind: 'missing', text: t('analysisService.tickets.nothing') }
  const reversed = found.filter(({ isReversed }) => isReversed).length
  const notes = [
    spanNote(span, words),
    t('analysisService.tickets.method'),
    ...(reversed === 0 ? [] : [t('analysisService.tickets.reversed', { count: reversed })]),
    t('analysisService.small', { least: leastTickets }),
  ]
  if (found.length === 0) return { kind: 'nothing', text: t('analysisService.tickets.nothing'), notes }
  const kind = context.schema.columnByRole('ticket.kind')
  const cause = context.schema.columnByRole('ticket.cause')
  const earlier = span.before === null ? [] : (ticketsOf(context, span.before) ?? [])
  const sections = [
    ...(kind === undefined
      ? []
      : [
          timesSection(
            making,
            'kinds',
            kind,
            groupsOf(found, (ticket) => ticket.kind),
            wholeText(making, found, earlier),
          ),
        ]),
    ...(cause === undefined
      ? []
      : [
          timesSection(
            making,
            'causes',
            cause,
            groupsOf(found, (ticket) => ticket.cause),
            causeText(making, cause, found),
          ),
        ]),
  ]
  return sections.length === 0 ? { kind: 'nothing', text: t('analysisService.tickets.noKinds'), notes } : { kind: 'shown', sections, notes }
}

function groupsOf(found: readonly Ticket[], keyOf: (ticket: Ticket) => CellValue): { key: CellValue; own: Ticket[] }[] {
  const groups = new Map<CellValue, Ticket[]>()
  for (const ticket of found) {
    const known = groups.get(keyOf(ticket))
    if (known === undefined) groups.set(keyOf(ticket), [ticket])
    else known.push(ticket)
  }
  return [...groups]
    .map(([key, own]) => ({ key, own }))
    .toSorted((left, right) => Number(left.key === null) - Number(right.key === null) || right.own.length - left.own.length)
}

/** How many tickets, how soon half of them were answered and solved, and how that was before. */
function wholeText(making: Making, found: readonly Ticket[], earlier: readonly Ticket[]): string {
  const { words } = making
  const { t } = words
  const [reply, solve] = [timesOf(found.map((ticket) => ticket.reply)), timesOf(found.map((ticket) => ticket.solve))]
  const before = timesOf(earlier.map((ticket) => ticket.solve))
  return words.joined([
    t('analysisService.tickets.sentence', { count: found.length, solved: solve.count }),
    reply.median === null ? '' : t('analysisService.tickets.reply', { time: hoursText(making, reply.median) }),
    solve.median === null
      ? ''
      : t('analysisService.tickets.solve', { time: hoursText(making, solve.median), ninth: hoursText(making, solve.ninth ?? solve.median) }),
    before.median === null || before.count < leastTickets ? '' : t('analysisService.tickets.before', { time: hoursText(making, before.median) }),
  ])
}

function causeText(making: Making, cause: Column, found: readonly Ticket[]): string {
  const { words } = making
  const [most] = groupsOf(found, (ticket) => ticket.cause)
  if (most === undefined || most.key === null) return words.t('analysisService.tickets.noCauses')
  return words.t('analysisService.tickets.mostCause', {
    name: keyText(making, cause, most.key).name,
    count: most.own.length,
    share: words.share(most.own.length / found.length),
  })
}

/** Minutes of less than an hour, days of more than two. */
function hoursText({ words }: Making, hours: number): string {
  if (hours < 1) return words.t('analysisService.tickets.minutes', { count: Math.round(hours * 60) })
  if (hours < 48) return words.t('analysisService.tickets.hours', { count: Number(hours.toFixed(1)) })
  return words.t('analysisService.tickets.days', { count: Number((hours / 24).toFixed(1)) })
}

function timesSection(
  making: Making,
  key: 'kinds' | 'causes',
  column: Column,
  groups: { key: CellValue; own: Ticket[] }[],
  sentence: string,
): AnalysisSection {
  const { t } = making.words
  const lines = groups.map(({ key: value, own }) => ({
    ...(value === null ? { name: t('analysisService.tickets.unsaid'), color: null } : keyText(making, column, value)),
    count: own.length,
    reply: timesOf(own.map((ticket) => ticket.reply)),
    solve: timesOf(own.map((ticket) => ticket.solve)),
  }))
  return sectionOf(key, t(`analysisService.tickets.${key}`), {
    sentence,
    chart: {
      kind: 'labelledBars',
      bars:
        key === 'causes'
          ? lines.map(({ name, color, count }) => ({
              name,
              color,
              value: count,
              label: t('analysisService.tickets.countLabel', { count }),
              faint: false,
            }))
          : lines.flatMap(({ name, color, solve }) =>
              solve.median === null
                ? []
                : [{ name, color, value: solve.median, label: hoursText(making, solve.median), faint: solve.count < leastTickets }],
            ),
      mark: null,
    },
    table: {
      columns: [
        { name: column.name, format: 'text' },
        { name: t('analysisService.tickets.count'), format: 'number' },
        { name: t('analysisService.tickets.replyMedian'), format: 'number' },
        { name: t('analysisService.tickets.replyNinth'), format: 'number' },
        { name: t('analysisService.tickets.solved'), format: 'number' },
        { name: t('analysisService.tickets.solveMedian'), format: 'number' },
        { name: t('analysisService.tickets.solveNinth'), format: 'number' },
        { name: t('analysisCompare.remark'), format: 'text' },
      ],
      rows: lines.map(({ name, count, reply, solve }) => [
        name,
        count,
        ...ends(reply),
        solve.count,
        ...ends(solve),
        count < leastTickets ? t('analysisCompare.small') : '',
      ]),
      opens: null,
    },
  })
}

/** To six minutes. */
const ends = ({ median, ninth }: Times): (number | null)[] => [median, ninth].map((hours) => (hours === null ? null : Number(hours.toFixed(1))))
