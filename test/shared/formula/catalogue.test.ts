import { expect, test } from 'vitest'
import { catalogueNames, functionNamed, functionNames, specOf } from '#shared/formula/functions/catalogue.ts'

test('no two functions share a name, and each has a Chinese one', () => {
  const keys = functionNames.map((name) => name.normalize('NFKC').toUpperCase())
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(catalogueNames.filter((name) => !specOf(name).aliases.some((alias) => /\p{Script=Han}/u.test(alias)))).toEqual([])
  expect(catalogueNames.length).toBeGreaterThanOrEqual(120)
})

test('names are found without regard to case and width, in both languages', () => {
  expect(['sum', 'Sum', 'ＳＵＭ', '求和', 'stdev.s', 'concatenate', '没有'].map(functionNamed)).toEqual([
    'SUM',
    'SUM',
    'SUM',
    'SUM',
    'STDEV',
    'CONCAT',
    undefined,
  ])
})

test("every function of SeaTable's list is known", () => {
  const names =
    'add subtract multiply divide mod power greater lessthan greatereq lessthaneq equal unequal concatenate abs ceiling even exp floor int lg ln log odd round rounddown roundup sign sqrt exact find left len lower mid replace rept right search substitute T text trim upper value date dateAdd dateDif day eomonth hour hours minute month months networkdays now second today weekday weeknum year startofweek quarter isodate isomonth datetimeFormat and if ifs not or switch xor average count counta countall countblank countItems max min sum large small countlinks rollup lookup findmax findmin'
  expect(names.split(' ').filter((name) => functionNamed(name) === undefined)).toEqual([])
})
