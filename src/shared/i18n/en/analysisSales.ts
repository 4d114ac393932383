import type { analysisSales as zh } from '../zh-CN/analysisSales.ts'

export const analysisSales: Record<keyof typeof zh, string> = {
  customers: 'Customers',

  'concentration.nothing': 'No order of this period is worth more than nothing, so nobody stands out. Choose a longer period, or enter orders first.',
  'concentration.without': '{count} {count|customer|customers} with orders came to nothing or less after refunds and {count|is|are} not ranked.',
  'concentration.holders': 'Customers who bring 80% of the sales',
  'concentration.grade': 'Grade',
  'concentration.grades': 'What S, A, B, C and D bring',
  'concentration.gradesSentence': '{count} S {count|customer brings|customers bring} {share} of the sales.',
  'concentration.meaning': 'How it is drawn',
  'concentration.isS': 'Largest first: the first 50% of sales',
  'concentration.isA': 'From 50% to 80%',
  'concentration.isB': 'From 80% to 95%',
  'concentration.isC': 'The others who bought',
  'concentration.isD': 'Did not buy in this period',
  'concentration.customersBefore': 'Customers before',
  'concentration.shareBefore': 'Share before',
}
