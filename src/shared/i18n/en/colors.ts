import type { colors as zh } from '../zh-CN/colors.ts'

export const colors: Record<keyof typeof zh, string> = {
  colors: 'Colours',
  none: 'No colour rules.',
  add: 'Add rule',
  remove: 'Remove rule',
  choose: 'Choose a colour',
  'kind.filter': 'Rows that match',
  'kind.option': 'Colour of option',
  'kind.scale': 'Colour scale',
  'kind.duplicates': 'Duplicates',
  'target.row': 'Mark the row',
  'target.cells': 'Colour cells',
  whichColumns: 'Choose columns',
  two: '2 colours',
  three: '3 colours',
  ends: 'Ends of the scale',
  'ends.extremes': 'Least to greatest',
  'ends.percentiles': 'Without the outer 5%',
  'said.option': 'Option of “{column}”',
  'said.scale': 'Size of “{column}”',
  'said.duplicates': '“{column}” is a duplicate',
}
