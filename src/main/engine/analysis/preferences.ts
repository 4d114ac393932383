import type { Analysis, AnalysisInputs, AnalysisTable } from '#shared/contract/analysis.ts'
import type { LabelledBars } from '#shared/contract/comparisonChart.ts'
import type { Column } from '#shared/model/column.ts'
import { columnOf, isGroup, keyText, requireSameTable } from './columnWords.ts'
import { leastExpected, leastRows, preferenceFigures, type Preference } from './figures/preferenceFigures.ts'
import { listedText, sectionOf, type Making } from './making.ts'

/** What a group of customers has more often than all of them (TGI): of cities, of sources, of any column. */
export function preferences(making: Making, input: AnalysisInputs['preferences']): Analysis {
  const { context, words, longest } = making
  const group = columnOf(context, input.groupColumnId, isGroup)
  const by = columnOf(context, input.byColumnId, (shown) => isGroup(shown) || shown.type === 'address' || shown.type === 'text')
  requireSameTable(group, by)
  const { values, ...all } = preferenceFigures(context, { column: group, ids: input.groupIds }, { column: by, part: input.part })
  const names = {
    group: input.groupIds.map((id) => words.quoted(keyText(making, group, id).name)).join(words.t('common.listSeparator')),
    by: by.name,
  }
  const notes = [
    ...(all.leftOut === 0 ? [] : [words.t('analysisCompare.preferences.leftOut', { count: all.leftOut, by: by.name })]),
    words.t('analysisCompare.preferences.method'),
    words.t('analysisCompare.preferences.smallRule', { rows: leastRows, expected: leastExpected }),
  ]
  if (values.length === 0)
    return { kind: 'nothing', text: words.t(`analysisCompare.preferences.${all.all === 0 ? 'nobody' : 'nothing'}`, names), notes }
  const shown = values.slice(0, longest)
  return {
    kind: 'shown',
    sections: [
      sectionOf('preferences', words.t('analysisCompare.preferences.section', names), {
        sentence: words.joined([sentenceOf(making, by, values, names.group), listedText(making, shown.length, values.length)]),
        warning: all.inGroup < leastRows ? words.t('analysisCompare.preferences.few', { count: all.inGroup, group: names.group }) : null,
        chart: chartOf(making, by, values),
        table: tableOf(making, by, shown),
      }),
    ],
    notes,
  }
}

/** The most values a chart names. */
const drawn = 20

function sentenceOf(making: Making, by: Column, values: readonly Preference[], group: string): string {
  const { t } = making.words
  const strongest = values.find(({ isSmall, index }) => !isSmall && Math.round(index) > 100)
  if (strongest !== undefined) {
    const { words } = making
    const { key, index, shareInGroup, shareOfAll } = strongest
    return t('analysisCompare.preferences.strongest', {
      group,
      name: keyText(making, by, key).name,
      index: Math.round(index),
      own: words.share(shareInGroup),
      all: words.share(shareOfAll),
    })
  }
  return t(values.every(({ isSmall }) => isSmall) ? 'analysisCompare.preferences.allSmall' : 'analysisCompare.preferences.even', { group })
}

function chartOf(making: Making, by: Column, values: readonly Preference[]): LabelledBars {
  const { t } = making.words
  return {
    kind: 'labelledBars',
    bars: values.slice(0, drawn).map(({ key, index, isSmall }) => {
      const label = isSmall ? t('analysisCompare.preferences.smallLabel', { index: Math.round(index) }) : String(Math.round(index))
      return { ...keyText(making, by, key), value: index, label, faint: isSmall }
    }),
    mark: { value: 100, name: t('analysisCompare.preferences.mark') },
  }
}

function tableOf(making: Making, by: Column, values: readonly Preference[]): AnalysisTable {
  const { t } = making.words
  return {
    columns: [
      { name: by.name, format: 'text' },
      { name: t('analysisCompare.preferences.index'), format: 'number', digits: 'whole' },
      { name: t('analysisCompare.preferences.inGroup'), format: 'number' },
      { name: t('analysisCompare.preferences.all'), format: 'number' },
      { name: t('analysisCompare.preferences.shareInGroup'), format: 'percent' },
      { name: t('analysisCompare.preferences.shareOfAll'), format: 'percent' },
      { name: t('analysisCompare.remark'), format: 'text' },
    ],
    rows: values.map(({ key, index, inGroup, all, shareInGroup, shareOfAll, isSmall }) => [
      keyText(making, by, key).name,
      index,
      inGroup,
      all,
      shareInGroup,
      shareOfAll,
      isSmall ? t('analysisCompare.small') : '',
    ]),
    opens: null,
  }
}
