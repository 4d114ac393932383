import { Button, DatePicker, Input, Modal, Select } from 'antd'
import dayjs from 'dayjs'
import { useLayoutEffect, useState } from 'react'
import type { Explanation } from '#shared/contract/classes.ts'
import { addDays } from '#shared/lib/days.ts'
import { optionsOf } from '#shared/model/columns/selects.ts'
import type { Option } from '#shared/model/option.ts'
import { asksReason, type Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../client/useBase.ts'
import { useCellContext } from '../client/useFormat.ts'
import { useOperation } from '../client/useOperation.ts'
import { useWrite } from '../client/useWrite.ts'
import { useNotices, type Said } from '../shell/notices.ts'
import { Chip } from '../ui/Chip.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useT } from '../ui/lang.ts'
import './lockDialog.css'
import { closeLocking, useLocking, type LockRequest } from './locking.ts'

/** Sets the class of a row, or of several, by hand: which, why, and until when; or gives them back to the rule. */
export function LockDialog() {
  const base = useBase()
  const request = useLocking((state) => state.request)
  const scheme = request === null ? undefined : base.schemeOfColumn(request.columnId)
  useLayoutEffect(() => (request === null ? undefined : keepFocus()), [request])
  if (request === null || scheme === undefined || base.readOnly) return null
  return <Opened key={`${request.columnId} ${request.optionId} ${request.rowIds.join(' ')}`} request={request} scheme={scheme} />
}

/** The keys go back to where they were when it opened: the answer gives the focus back, once the dialog is gone. */
function keepFocus(): () => void {
  const before = document.activeElement
  return () => {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    })
  }
}

/** What one row has is where the dialog begins. */
function Opened({ request, scheme }: { request: LockRequest; scheme: Scheme }) {
  const [rowId = 0] = request.rowIds
  const isOne = request.rowIds.length === 1
  const { data } = useOperation('classes.explain', { tableId: request.tableId, rowId }, { enabled: isOne })
  if (isOne && data === undefined) return null
  return <Sheet request={request} scheme={scheme} now={isOne ? data?.find(({ schemeId }) => schemeId === scheme.id) : undefined} />
}

/** The choice that leaves rows without a class. */
const noClass = 0

function chosenAtFirst({ optionId }: LockRequest, now: Explanation | undefined): number | null {
  if (optionId !== undefined) return optionId ?? noClass
  return now === undefined ? null : (now.optionId ?? noClass)
}

const optionLine = ({ id, name, color }: Option) => ({ value: id, name, label: <Chip color={color}>{name}</Chip> })

function Sheet({ request, scheme, now }: { request: LockRequest; scheme: Scheme; now: Explanation | undefined }) {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const { today } = useCellContext()
  const lock = useWrite('classes.lock')
  const unlock = useWrite('classes.unlock')
  const column = base.column(scheme.targetColumnId)
  const [rowId = 0] = request.rowIds
  const row = useOperation('rows.get', { tableId: request.tableId, rowId }, { enabled: request.rowIds.length === 1 })
  const name = request.rowIds.length === 1 ? (row.data?.title ?? '') : ''
  const options = optionsOf(column)
  const isTags = scheme.rule.kind === 'tags'
  const isChosen = request.optionId !== undefined
  // Why it was set to another class is no reason for this one.
  const lockNow = isChosen && request.optionId !== now?.optionId ? null : now?.lock
  const [chosen, setChosen] = useState<number | null>(chosenAtFirst(request, now))
  const [tags, setTags] = useState<number[] | null>(now === undefined ? null : now.optionIds)
  const [reason, setReason] = useState(lockNow?.reason ?? '')
  const [until, setUntil] = useState<string | null>(lockNow?.until ?? null)
  const rowIds = [...request.rowIds]
  const isManual = scheme.rule.kind === 'manual'
  const needsReason = asksReason(scheme.rule)
  const isReady = (isTags ? tags : chosen) !== null && (reason.trim() !== '' || !needsReason)

  const save = async () => {
    if (!isReady || lock.pending) return
    const given = isTags ? { optionId: null, optionIds: tags ?? [] } : { optionId: chosen === noClass ? null : chosen }
    const done = await lock.run({ schemeId: scheme.id, rowIds, ...given, reason, until })
    if (done === null) return
    closeLocking()
    notify({ tone: 'done', text: (t) => t('locks.done', { count: rowIds.length, column: column?.name ?? '' }), canUndo: done.locked > 0 })
  }
  const giveBack = async () => {
    const done = await unlock.run({ schemeId: scheme.id, rowIds })
    if (done === null) return
    closeLocking()
    const text: Said = (t) => (done.unlocked === 0 ? t('locks.noneGiven') : t(isManual ? 'locks.cleared' : 'locks.given', { count: done.unlocked }))
    notify({ tone: 'done', text, canUndo: done.unlocked > 0 })
  }
  const error = lock.error ?? unlock.error
  const canGiveBack = now === undefined || now.lock !== null
  return (
    <Modal
      open
      centered
      width={440}
      title={t('locks.title', { column: column?.name ?? scheme.name })}
      mask={{ closable: false }}
      onCancel={closeLocking}
      footer={
        <div className="lock-dialog__buttons">
          {canGiveBack ? (
            <Button loading={unlock.pending} onClick={() => void giveBack()}>
              {t(isManual ? 'locks.clear' : 'locks.giveBack')}
            </Button>
          ) : null}
          <span />
          <Button onClick={closeLocking}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={!isReady} loading={lock.pending} onClick={() => void save()}>
            {t(isManual ? 'locks.set' : 'locks.save')}
          </Button>
        </div>
      }
    >
      <div className="lock-dialog">
        {name === '' ? null : (
          <strong className="lock-dialog__row" title={name}>
            {name}
          </strong>
        )}
        <p>
          {isManual
            ? t('locks.leadManual', { count: rowIds.length })
            : rowIds.length === 1
              ? t(isTags ? 'locks.leadTags' : 'locks.lead')
              : t(isTags ? 'locks.leadManyTags' : 'locks.leadMany', { count: rowIds.length })}
        </p>
        <div className="lock-dialog__line">
          <span>{t(isTags ? 'locks.tags' : 'locks.class')}</span>
          {isTags ? (
            <Select
              autoFocus
              mode="multiple"
              aria-label={t('locks.tags')}
              value={tags}
              placeholder={t(tags === null ? 'locks.chooseTags' : 'common.noTags')}
              options={options.map(optionLine)}
              optionFilterProp="name"
              onChange={setTags}
            />
          ) : (
            <Select
              autoFocus={!isChosen}
              aria-label={t('locks.class')}
              value={chosen}
              placeholder={t('locks.choose')}
              options={[...options.map(optionLine), { value: noClass, label: t('common.unclassified') }]}
              onChange={setChosen}
            />
          )}
        </div>
        <div className="lock-dialog__line">
          <span>{t('locks.reason')}</span>
          <Input.TextArea
            autoFocus={isChosen}
            aria-label={t('locks.reason')}
            value={reason}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t(needsReason ? 'locks.reasonHint' : 'locks.reasonFree')}
            onChange={(event) => setReason(event.target.value)}
            onPressEnter={(event) => {
              if (event.shiftKey || event.nativeEvent.isComposing) return
              event.preventDefault()
              void save()
            }}
          />
        </div>
        <div className="lock-dialog__line">
          <span>{t('locks.until')}</span>
          <span>
            <DatePicker
              aria-label={t('locks.until')}
              value={until === null ? null : dayjs(until)}
              minDate={dayjs(today)}
              placeholder={t('locks.forever')}
              presets={[30, 90, 365].map((days) => ({ label: t('locks.days', { count: days }), value: dayjs(addDays(today, days)) }))}
              onChange={(day) => setUntil(day?.isValid() === true ? day.format('YYYY-MM-DD') : null)}
            />
            <small>{t(until === null ? 'locks.untilNone' : isManual ? 'locks.untilManual' : 'locks.untilNote')}</small>
          </span>
        </div>
        {error === null ? null : <ErrorNote error={error} />}
      </div>
    </Modal>
  )
}
