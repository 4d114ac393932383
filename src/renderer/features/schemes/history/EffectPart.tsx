import { InputNumber } from 'antd'
import { useState } from 'react'
import type { StrategyEffect } from '#shared/contract/classHistory.ts'
import type { Day } from '#shared/lib/days.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../../client/useBase.ts'
import { useOperation } from '../../../client/useOperation.ts'
import { useToday } from '../../../client/useToday.ts'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { useT } from '../../../ui/lang.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { percent } from '../../../words/metricText.ts'
import { useWords } from '../../../words/useWords.ts'
import { ClassSelect } from '../ClassSelect.tsx'
import { optionsOf } from '../optionsOf.ts'
import { DayField } from './DayField.tsx'
import { effectDay, effectReady } from './effectDay.ts'
import { effectLines, type EffectLine } from './effectText.ts'
import './history.css'

/** What came of a strategy: the rows of a class before and after a day, beside the others. */
export function EffectPart({ scheme }: { scheme: Scheme }) {
  const { data, error } = useOperation('classes.since', { schemeId: scheme.id })
  if (error !== null) return <ErrorNote error={error.error} />
  return data === undefined ? <Skeleton lines={4} /> : <EffectSince scheme={scheme} since={data.day} />
}

function EffectSince({ scheme, since }: { scheme: Scheme; since: Day | null }) {
  const base = useBase()
  const t = useT()
  const today = useToday()
  const options = optionsOf(scheme, base)
  const [optionId, setOptionId] = useState(options[0]?.id ?? 0)
  const [chosen, setChosen] = useState<Day | null>(null)
  const [days, setDays] = useState(30)
  const option = options.find(({ id }) => id === optionId)
  const suggested = effectDay(since, today)
  const day = chosen ?? suggested ?? today
  const isAsked = option !== undefined && (chosen ?? suggested) !== null
  const { data, error } = useOperation('classes.effect', { schemeId: scheme.id, optionId, day, days }, { enabled: isAsked, keepPrevious: true })
  if (option === undefined) return null
  return (
    <section className="class-history effect" aria-label={t('schemes.effect.title')}>
      <header className="class-history__head">
        <span className="history-field">
          <span>{t('schemes.effect.class')}</span>
          <ClassSelect options={options} value={optionId} label={t('schemes.effect.class')} onChange={setOptionId} />
        </span>
        <DayField label={t('schemes.effect.day')} value={day} most={today} onChange={setChosen} />
        <label className="history-field">
          <span>{t('schemes.effect.days')}</span>
          <InputNumber size="small" min={1} max={730} precision={0} value={days} onChange={(value) => setDays(value ?? 30)} />
          <span>{t('schemes.effect.daysUnit')}</span>
        </label>
      </header>
      {error === null ? null : <ErrorNote error={error.error} />}
      <History since={since} today={today} />
      {!isAsked ? null : data === undefined ? <Skeleton lines={4} /> : <Effect effect={data} name={option.name} asked={days} day={day} />}
    </section>
  )
}

/** Said while classes are not known for long enough to compare by. */
function History({ since, today }: { since: Day | null; today: Day }) {
  const t = useT()
  if (since === null) return <p className="class-history__early">{t('schemes.effect.never')}</p>
  const ready = effectReady(since)
  return ready <= today ? null : (
    <p className="class-history__early" role="note">
      {t('schemes.effect.early', { since, ready })}
    </p>
  )
}

function Effect({ effect, name, asked, day }: { effect: StrategyEffect; name: string; asked: number; day: string }) {
  const t = useT()
  const { days, rows, otherRows, before, after, missing } = effect
  const lines = effectLines(effect)
  if (rows === 0) return <p>{t('schemes.effect.noRows')}</p>
  const span = { beforeFrom: before.from, beforeTo: before.to, afterFrom: after.from, afterTo: after.to }
  return (
    <>
      <p>{t('schemes.effect.lead', { day, name, rows, days, ...span })}</p>
      {days < asked ? <p className="rule__note">{t('schemes.effect.shorter', { days })}</p> : null}
      {day <= effect.madeOn ? <p className="rule__note">{t('schemes.migration.before', { day: effect.madeOn })}</p> : null}
      {lines.length === 0 ? null : (
        <table className="effect__table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t('schemes.effect.measure')}
              </th>
              <th scope="colgroup" colSpan={3}>
                {t('schemes.effect.chosen', { name, rows })}
              </th>
              <th scope="colgroup" colSpan={3}>
                {t('schemes.effect.others', { rows: otherRows })}
              </th>
            </tr>
            <tr>
              {(['chosen', 'others'] as const).map((group) =>
                (['before', 'after', 'change'] as const).map((each) => (
                  <th key={`${group} ${each}`} scope="col">
                    {t(`schemes.effect.${each}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ chosen, others }) => (
              <tr key={chosen.key}>
                <th scope="row">{t(`schemes.effect.${chosen.key}`)}</th>
                <Figures line={chosen} />
                {others === null ? <td colSpan={3} /> : <Figures line={others} />}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing.length === 0 ? null : (
        <p className="rule__note">
          {t('schemes.effect.missing', { names: missing.map((key) => t(`schemes.effect.${key}`)).join(t('common.listSeparator')) })}
        </p>
      )}
      <p className="rule__note">{t('schemes.effect.note')}</p>
    </>
  )
}

/** Before, after, and the change. */
function Figures({ line: { key, before, after, change } }: { line: EffectLine }) {
  const t = useT()
  const words = useWords()
  const base = useBase()
  const amount = base.columnByRole('order.amount')
  const said = (value: number) =>
    key === 'amount' && amount !== undefined ? words.value(amount.id, Math.round(value * 100) / 100) : String(Math.round(value * 100) / 100)
  return (
    <>
      <td>{said(before)}</td>
      <td>{said(after)}</td>
      <td>{change === null ? t('schemes.effect.fromZero') : `${change > 0 ? '+' : ''}${percent(change)}`}</td>
    </>
  )
}
