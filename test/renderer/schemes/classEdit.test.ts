import { expect, test } from 'vitest'
import { classesStand, classNameProblem, withClasses } from '#renderer/features/schemes/classEdit.ts'

const option = (id: number, name: string) => ({ id, name, color: 'red' })

test('new classes get numbers that no class ever had', () => {
  const kept = [option(1, '高')]
  expect(withClasses(kept, '中、低', [option(1, '高'), option(7, '旧')]).map(({ id, name }) => [id, name])).toEqual([
    [1, '高'],
    [8, '中'],
    [9, '低'],
  ])
  expect(withClasses(kept, '高', kept)).toEqual(kept)
})

test('a class has a name of its own', () => {
  const twice = [option(1, '高'), option(2, '高 ')]
  expect(twice.map((each) => classNameProblem(twice, each))).toEqual(['optionTwice', 'optionTwice'])
  expect(classNameProblem(twice, option(3, ' '))).toBe('optionEmpty')
  expect(classesStand([option(1, '高'), option(2, '低')])).toBe(true)
})
