import { useEffect, useRef, useState } from 'react'
import type { RowDetail } from '#shared/contract/records.ts'
import { useBase } from '../../client/useBase.ts'
import { useOperation } from '../../client/useOperation.ts'
import { useToday } from '../../client/useToday.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { byWeight, schemesOfHead } from './classOrder.ts'
import { fieldGroups } from './fieldGroups.ts'
import { BroughtFields, Fields, Stamps } from './Fields.tsx'
import { followUpColumns, missingFollowUpRoles } from './followUpColumns.ts'
import type { FollowUpDraft } from './followUpDraft.ts'
import { FollowUps } from './FollowUps.tsx'
import { LinkedRows } from './LinkedRows.tsx'
import { NextStep } from './NextStep.tsx'
import { RowButtons } from './RowButtons.tsx'
import { RowHead } from './RowHead.tsx'
import { Suggested } from './Suggested.tsx'
import { rhythmOfGrade, suggestionOf, takeAction } from './suggestion.ts'
import { RowHistory } from '../../rowHistory/RowHistory.tsx'
import './rowPage.css'
import { Section } from './Section.tsx'
import { SectionNav } from './SectionNav.tsx'
import { usePageDrop } from './usePageDrop.ts'
import { useWriteKey } from './useWriteKey.ts'
import { WhyClasses } from './WhyClasses.tsx'

export type RowPageProps = { tableId: number; rowId: number; onClose: () => void }

/** Everything about one row: for a customer what comes next and what was said, then fields, links, classes, history. */
export function RowPage({ tableId, rowId, onClose }: RowPageProps) {
  const t = useT()
  const { data: row, error } = useOperation('rows.get', { tableId, rowId })
  if (error !== null) {
    return error.error.code === 'row.notFound' ? (
      <EmptyState
        title={t('rowPage.gone')}
        action={
          <button type="button" className="more-button" onClick={onClose}>
            {t('common.close')}
          </button>
        }
      />
    ) : (
      <ErrorNote error={error.error} />
    )
  }
  return (
    <article className="row-page">
      {row === undefined ? <Skeleton lines={9} /> : <Content key={`${tableId}:${rowId}`} row={row} onClose={onClose} />}
    </article>
  )
}

function Content({ row, onClose }: { row: RowDetail; onClose: () => void }) {
  const t = useT()
  const base = useBase()
  const { tableId, id: rowId } = row
  const today = useToday()
  const [writing, setWriting] = useState(false)
  const [taken, setTaken] = useState<{ part: Partial<FollowUpDraft>; turn: number } | null>(null)
  const primary = base.primaryColumn(tableId)
  const schemes = base.schemesOf(tableId).filter((scheme) => scheme.enabled)
  const hidden = new Set(base.viewsOf(tableId)[0]?.settings.columns.flatMap((column) => (column.hidden ? [column.columnId] : [])))
  const groups = fieldGroups(base.columnsOf(tableId), primary?.id ?? null, (id) => base.schemeOfColumn(id) !== undefined, hidden)
  const hasComputed = groups.computed.length + groups.brought.length > 0
  const followUps = followUpColumns(base, tableId)
  const isCustomer = base.tableByRole('customer')?.id === tableId
  const canWrite = followUps !== null && !base.readOnly
  const write = (open: boolean, part: Partial<FollowUpDraft> | null = null) => {
    setTaken(part === null ? null : { part, turn: (taken?.turn ?? 0) + 1 })
    setWriting(open)
  }
  useWriteKey(canWrite && !writing, () => write(true))
  const body = useRef<HTMLDivElement>(null)
  const drop = usePageDrop(row)
  // The form opens below the next step that it answers: both are wanted in sight.
  useEffect(() => {
    if (writing) body.current?.scrollTo({ top: 0 })
  }, [writing])

  const links = groups.links.filter((column) => column.id !== followUps?.followUps.id)
  const nextTime = base.columnByRole('customer.nextFollowUpTime')
  const nextContent = base.columnByRole('customer.nextFollowUpContent')
  const cell = (column: { id: number } | undefined) => (column === undefined ? null : (row.cells[column.id] ?? null))
  const lastContact = cell(base.columnByRole('customer.lastFollowUpTime'))
  const suggestion = followUps === null ? null : suggestionOf(schemes, base.column, row.cells, textOf(lastContact), today)
  const rhythm = suggestion?.rhythm ?? rhythmOfGrade(schemes, base.column, row.cells)
  const sections = [
    ...(followUps === null ? [] : [{ id: 'row-follow-ups', title: t('rowPage.section.followUps') }]),
    { id: 'row-fields', title: t('rowPage.section.fields') },
    ...links.map((column) => ({ id: `row-link-${column.id}`, title: column.name })),
    ...(hasComputed ? [{ id: 'row-computed', title: t('rowPage.section.computed') }] : []),
    ...(schemes.length === 0 ? [] : [{ id: 'row-why', title: t('rowPage.section.why') }]),
    { id: 'row-history', title: t('rowPage.section.history') },
  ]
  return (
    <>
      <RowHead row={row} primary={primary} schemes={schemesOfHead(schemes, hidden)} onClose={onClose} />
      <div className="row-page__body" ref={body} {...drop}>
        <RowButtons row={row} columns={groups.buttons} />
        {followUps === null || nextTime === undefined ? null : (
          <NextStep time={textOf(cell(nextTime))} content={textOf(cell(nextContent)) ?? ''} onDone={canWrite ? () => write(true) : null} />
        )}
        {suggestion === null ? null : (
          <Suggested
            suggestion={suggestion}
            agreed={(textOf(cell(nextTime)) ?? '') >= today}
            methods={new Map(followUps?.method?.settings.options.map(({ id, name }) => [id, name]))}
            onTake={canWrite ? (action, day) => write(true, takeAction(action, day, today, followUps.nextTime?.type === 'dateTime')) : null}
          />
        )}
        {isCustomer && followUps === null ? (
          <p className="row-page__missing">
            {t('rowPage.followUp.missing', {
              roles: missingFollowUpRoles(base)
                .map((role) => t(`template.${role}`))
                .join(t('common.listSeparator')),
            })}
          </p>
        ) : null}
        <SectionNav sections={sections} label={row.title} />
        {followUps === null ? null : (
          <FollowUps id="row-follow-ups" row={row} columns={followUps} rhythm={rhythm} writing={writing} taken={taken} onWrite={write} />
        )}
        <Section id="row-fields" title={t('rowPage.section.fields')}>
          <Fields row={row} columns={groups.own} />
        </Section>
        {links.map((column) => (
          <LinkedRows key={column.id} id={`row-link-${column.id}`} column={column} row={row} />
        ))}
        {hasComputed ? (
          <Section id="row-computed" title={t('rowPage.section.computed')}>
            <Fields row={row} columns={groups.computed} />
            {groups.brought.length === 0 ? null : <BroughtFields row={row} columns={groups.brought} />}
          </Section>
        ) : null}
        {schemes.length === 0 ? null : (
          <Section id="row-why" title={t('rowPage.section.why')}>
            <WhyClasses tableId={tableId} rowId={rowId} schemes={byWeight(schemes)} />
          </Section>
        )}
        <Section id="row-history" title={t('rowPage.section.history')}>
          <RowHistory tableId={tableId} rowId={rowId} first={8} />
          <Stamps row={row} />
        </Section>
      </div>
    </>
  )
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
