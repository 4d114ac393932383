import { expect, test } from 'vitest'
import { playbooks as en } from '#shared/i18n/en/playbooks.ts'
import { playbooks as zhCN } from '#shared/i18n/zh-CN/playbooks.ts'
import { dueDay, playbookSchema } from '#shared/model/playbook.ts'
import { shippedClasses, shippedPlaybook } from '#shared/model/shippedPlaybook.ts'

const methods = ['phone', 'wechat', 'visit', 'email', 'returnVisit'].map((code, index) => ({ id: index + 1, name: code, code, color: 'blue' }))

test('a customer is due so many days after the last follow-up, and today at the earliest', () => {
  expect(dueDay('2026-11-20T15:30', 7, '2026-11-26')).toBe('2026-11-27')
  expect(dueDay('2026-11-20', 7, '2026-11-27')).toBe('2026-11-27')
  expect(dueDay('2026-10-01', 7, '2026-11-26')).toBe('2026-11-26')
  expect(dueDay(null, 7, '2026-11-26')).toBe('2026-11-26')
  expect(dueDay('2062-11-26', 7, '2026-11-26')).toBe('2026-12-03')
  expect(dueDay('2026-11-20', null, '2026-11-26')).toBe('2026-11-26')
})

test('every strategy that comes along has its texts in both languages, and no text is left over', () => {
  for (const [lang, texts] of [
    ['zh-CN', zhCN],
    ['en', en],
  ] as const) {
    const used = new Set<string>()
    for (const { scheme, option } of shippedClasses) {
      const [entry] = shippedPlaybook(scheme, [{ id: 7, name: option, code: option, color: 'blue' }], methods, lang)
      if (entry === undefined) throw new Error(`${scheme}.${option}`)
      used.add(`${scheme}.${option}`)
      entry.actions.forEach((_, index) => used.add(`${scheme}.${option}.${index + 1}`))
      expect(entry.strategy).not.toBe('')
      expect(entry.actions.length).toBeGreaterThan(0)
      expect(playbookSchema.parse([entry])).toEqual([entry])
      expect(entry.actions.every(({ methodId }) => methodId !== null)).toBe(true)
    }
    expect([...used].sort()).toEqual(Object.keys(texts).sort())
  }
})

test('the rhythms of the grades are those of the book; a class without a code has no strategy', () => {
  const classes = ['s', 'a', 'b', 'c', 'd'].map((code, index) => ({ id: index + 1, name: code.toUpperCase(), code, color: 'blue' }))
  expect(shippedPlaybook('grade', classes, methods, 'zh-CN').map(({ contactDays }) => contactDays)).toEqual([7, 14, 30, 60, 90])
  expect(shippedPlaybook('grade', [{ id: 1, name: '自己的', color: 'blue' }], methods, 'zh-CN')).toEqual([])
  const best = [{ id: 1, name: '最好', code: 'importantValue', color: 'blue' }]
  expect(shippedPlaybook('rfm', best, methods, 'en')).toEqual(shippedPlaybook('rfmChinese', best, methods, 'en'))
  expect(shippedPlaybook('grade', classes.slice(0, 1), [], 'zh-CN')[0]?.actions[0]?.methodId).toBeNull()
})
