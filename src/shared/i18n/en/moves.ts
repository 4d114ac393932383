import type { moves as zh } from '../zh-CN/moves.ts'

export const moves: Record<keyof typeof zh, string> = {
  ofRow: 'Changes of class ({count})',
  person: 'set by hand by {by}',
  personSaid: 'set by hand by {by}: {reason}',
  until: '{said} (until {until})',
  gained: 'gained',
  lost: 'lost',
  givenBack: 'given back to the rule by {by}',
  edit: 'classed by the rule after an edit ({by})',
  import: 'classed by the rule at an import',
  day: 'classed by the rule when the day turned',
  scheme: '{by} changed the scheme or ran it again',
  ranks: 'classed by the rule when the ranking changed',
  undo: 'taken back or done again by {by}',
  revision: 'rule no. {number}',
  input: '{column} {value}',
}
