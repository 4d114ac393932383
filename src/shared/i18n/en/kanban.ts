import type { kanban as zh } from '../zh-CN/kanban.ts'

/** Rows as cards in lanes. */
export const kanban: Record<keyof typeof zh, string> = {
  kanban: 'Kanban',
  lanes: 'Lanes',
  lanesBy: 'Kanban with lanes by “{name}”',
  laneColumn: 'Lanes by',
  sum: 'Sum in heads',
  noSum: 'None',
  hideEmpty: 'Hide empty lanes',
  allEmpty: 'No cards, and empty lanes are hidden.',
  card: 'Cards',
  cardCount: '{count} on a card, {most} at most',
  usualCard: 'Back to the usual',
  cardMenu: 'Menu of “{name}”',
  untitled: '(no name)',
  unfilled: 'Not filled in',
  addTo: 'Add a row to “{name}”',
  moveTo: 'Move to…',
  moved: 'Moved to “{name}”',
  byRule: 'Classed by the rule of the scheme “{scheme}”. Dragging a card to another lane sets its class by hand, with a reason.',
  byHand: 'Classed by the scheme “{scheme}”, which has no rule: people decide. Drag a card to another lane to change it.',
  noLanes: 'No column makes the lanes yet',
  lanesGone: 'The column that made the lanes of this kanban was deleted',
  lanesConverted: '“{name}” has another type now and cannot make lanes any more',
  chooseLanes: 'Choose a select, member or check box column: each of its values becomes a lane.',
  noSelect:
    'The lanes of a kanban are the values of a select, member or check box column. This table has none: add a select first, “Stage” for example.',
}
