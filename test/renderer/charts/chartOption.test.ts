import { expect, test } from 'vitest'
import type { BarData, CumulativeShareData } from '#renderer/charts/chartData.ts'
import { isEmptyChart, rowShareFor, shareAt } from '#renderer/charts/chartData.ts'
import { legendHeight } from '#renderer/charts/barOption.ts'
import { chartHeight, chartOption } from '#renderer/charts/chartOption.ts'
import type { ChartStyle } from '#renderer/charts/chartTheme.ts'
import { paperTheme, screenTheme } from '#renderer/charts/themes.ts'
import { optionColors } from '#shared/model/optionColors.ts'

const style: ChartStyle = { theme: screenTheme('light', 'zh-CN', false), lang: 'zh-CN', selected: null }
const axes = { rows: '客户', value: '金额' }

const grades: BarData = {
  kind: 'bar',
  horizontal: true,
  stacked: false,
  unit: 'count',
  categories: [
    { name: 'S', color: 'step1' },
    { name: 'A', color: 'step2' },
    { name: '未分类', color: null },
  ],
  series: [{ name: '客户', color: null, values: [3, 9, 0] }],
}

const weeks: BarData = {
  kind: 'bar',
  horizontal: false,
  stacked: true,
  unit: 'count',
  categories: [
    { name: '11-09', color: null },
    { name: '11-16', color: null },
  ],
  series: [
    { name: '李雷', color: 'blue', values: [2, 5] },
    { name: '韩梅梅', color: 'orange', values: [4] },
  ],
}

const curve: CumulativeShareData = {
  kind: 'cumulativeShare',
  points: [
    { rowShare: 0.1, valueShare: 0.5 },
    { rowShare: 0.3, valueShare: 0.9 },
    { rowShare: 1, valueShare: 1 },
  ],
}

test('each class wears the colour of its own option, in the theme of the window', () => {
  expect(colours(grades, style).slice(0, 2)).toEqual([optionColors.step1.light.solid, optionColors.step2.light.solid])
  expect(colours(grades, { ...style, theme: screenTheme('dark', 'zh-CN', false) })[0]).toBe(optionColors.step1.dark.solid)
})

test('a class without a colour is drawn faint, never in the accent of a class', () => {
  expect(colours(grades, style)[2]).toBe(style.theme.faint)
})

test('bars begin at zero, and reach below only for a negative sum', () => {
  const axis = chartOption(grades, style, axes, 320).xAxis
  const least = axis !== undefined && !Array.isArray(axis) && 'min' in axis ? axis.min : undefined
  if (typeof least !== 'function') throw new Error('The value axis has no function that says its least value.')
  expect([least({ min: 12, max: 40 }), least({ min: -3, max: 40 })]).toEqual([0, -3])
})

test('the picked bar stays, the others fade', () => {
  const picked = barItems(grades, { ...style, selected: { category: 1, series: 0 } }, 0)
  expect(picked.map((item) => item.itemStyle.opacity)).toEqual([0.28, 1, 0.28])
})

test('a stack names its people with their totals and carries its sum on top', () => {
  const option = chartOption(weeks, style, axes, 320)
  const legend = Array.isArray(option.legend) ? option.legend[0] : option.legend
  const format = legend?.formatter
  if (typeof format !== 'function') throw new Error('The legend says no totals.')
  expect(format('李雷')).toBe('李雷 7')
  expect(Array.isArray(option.series) ? option.series.length : 0).toBe(3)
})

test('a legend that needs two lines gets them', () => {
  const many = { ...weeks, series: ['李雷', '韩梅梅', '王建国', '陈思远'].map((name) => ({ name, color: 'blue', values: [11, 2] })) }
  expect(legendHeight(many, style, 300) - legendHeight(many, style, 900)).toBe(20)
  expect(legendHeight(grades, style, 300)).toBe(0)
})

test('mark-up of the chart library in a name is shown letter by letter', () => {
  const names = chartOption({ ...grades, categories: [{ name: '{a|b}', color: null }] }, style, axes, 320).yAxis
  expect(names !== undefined && !Array.isArray(names) && 'data' in names ? names.data : null).toEqual(['{\u200Ba|b}'])
})

test('lying bars keep the height of the grid rows', () => {
  expect(chartHeight(grades, style, 320) - chartHeight({ ...grades, categories: grades.categories.slice(0, 2) }, style, 320)).toBe(28)
})

test('the curve is read between its points', () => {
  expect(shareAt(curve.points, 0.2)).toBeCloseTo(0.7)
  expect(rowShareFor(curve.points, 0.8)).toBeCloseTo(0.25)
})

test('the curve carries the mark of 80 %', () => {
  expect(JSON.stringify(chartOption(curve, style, axes, 320).series)).toContain('"formatter":"25% → 80%"')
})

test('the mark counts whole rows where it is told how many', () => {
  expect(JSON.stringify(chartOption({ ...curve, rowShareFor80: 0.3 }, style, axes, 320).series)).toContain('"formatter":"30% → 80%"')
})

test('nothing to draw is known before drawing', () => {
  expect(isEmptyChart(grades)).toBe(false)
  expect(isEmptyChart({ ...grades, series: [{ name: '客户', color: null, values: [0, 0, 0] }] })).toBe(true)
  expect(isEmptyChart({ kind: 'cumulativeShare', points: [] })).toBe(true)
})

test('nothing moves on paper or where reduced motion is asked for', () => {
  expect([paperTheme('zh-CN').motion, screenTheme('dark', 'zh-CN', true).motion]).toEqual([0, 0])
})

type BarItem = { itemStyle: { color?: string; opacity: number } }

function barItems(data: BarData, withStyle: ChartStyle, series: number): BarItem[] {
  const all = chartOption(data, withStyle, axes, 320).series
  const one: unknown = Array.isArray(all) ? all[series] : all
  return hasItems(one) ? one.data : []
}

function hasItems(value: unknown): value is { data: BarItem[] } {
  return typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data)
}

function colours(data: BarData, withStyle: ChartStyle): (string | undefined)[] {
  return barItems(data, withStyle, 0).map((item) => item.itemStyle.color)
}
