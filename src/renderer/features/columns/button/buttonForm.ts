import type { AddressPart, ButtonAction, ButtonCell, ButtonSettings } from '#shared/model/button.ts'
import { addressOf, showAddress } from '#shared/model/buttonAddress.ts'
import { holdsValues, type Column } from '#shared/model/column.ts'
import { canBePressedInto } from '#shared/model/columns/buttonProblem.ts'
import type { Filter } from '#shared/model/filter.ts'

/** An action while it is being set; `key` tells it from the others. */
export type ActionForm = { key: number } &
  /** The address as it is typed, what was read from it, and names in it that no column has. */
  (
    | { kind: 'openUrl'; typed: string; parts: AddressPart[]; unknown: string[] }
    | { kind: 'setCells'; cells: ButtonCell[] }
    | { kind: 'addLinked'; linkColumnId: number | null; cells: ButtonCell[]; open: boolean }
  )

export type ButtonForm = { label: string; color: string; actions: ActionForm[]; condition: Filter | null; confirm: string }

export const newButton: ButtonForm = { label: '', color: 'blue', actions: [], condition: null, confirm: '' }

export function buttonFormOf({ actions, ...rest }: ButtonSettings, columns: readonly Column[]): ButtonForm {
  const nameOf = (id: number): string => columns.find((column) => column.id === id)?.name ?? `#${id}`
  return { ...rest, actions: actions.map((action, key) => actionFormOf(action, key, nameOf)) }
}

function actionFormOf(action: ButtonAction, key: number, nameOf: (columnId: number) => string): ActionForm {
  if (action.kind !== 'openUrl') return { key, ...action }
  return { key, kind: 'openUrl', typed: showAddress(action.address, nameOf), parts: action.address, unknown: [] }
}

/** A new action behind the others. */
export function withAction(actions: readonly ActionForm[], kind: ActionForm['kind'], links: readonly Column[]): ActionForm[] {
  const key = Math.max(-1, ...actions.map((action) => action.key)) + 1
  switch (kind) {
    case 'openUrl':
      return [...actions, { key, kind, typed: 'https://', parts: ['https://'], unknown: [] }]
    case 'setCells':
      return [...actions, { key, kind, cells: [] }]
    case 'addLinked':
      return [...actions, { key, kind, linkColumnId: links[0]?.id ?? null, cells: [], open: true }]
  }
}

/** What the settings keep of the form; an action that is not whole is left out, and its problem keeps the form from being saved. */
export function buttonSettingsOf({ label, actions, confirm, ...rest }: ButtonForm): ButtonSettings {
  return { ...rest, label: label.trim(), confirm: confirm.trim(), actions: actions.flatMap((action) => keptAction(action) ?? []) }
}

function keptAction(action: ActionForm): ButtonAction | null {
  switch (action.kind) {
    case 'openUrl':
      return { kind: 'openUrl', address: action.parts }
    case 'setCells':
      return { kind: 'setCells', cells: action.cells }
    case 'addLinked': {
      const { kind, linkColumnId, cells, open } = action
      return linkColumnId === null ? null : { kind, linkColumnId, cells, open }
    }
  }
}

export type ButtonProblem = {
  field: 'button'
  code: 'actionMissing' | 'addressMissing' | 'addressUnknown' | 'addressBad' | 'cellsMissing' | 'actionLinkMissing'
  /** The action it is about; null for the button. */
  key: number | null
}

export function buttonProblems({ actions }: ButtonForm): ButtonProblem[] {
  if (actions.length === 0) return [{ field: 'button', code: 'actionMissing', key: null }]
  return actions.flatMap((action): ButtonProblem[] => {
    const code = problemOf(action)
    return code === null ? [] : [{ field: 'button', code, key: action.key }]
  })
}

function problemOf(action: ActionForm): ButtonProblem['code'] | null {
  switch (action.kind) {
    case 'openUrl': {
      if (/^\s*(?:https?:\/\/|mailto:|tel:)?\s*$/iu.test(action.typed)) return 'addressMissing'
      if (action.unknown.length > 0) return 'addressUnknown'
      return samples.some((text) => addressOf(action.parts, () => text).ok) ? null : 'addressBad'
    }
    case 'setCells':
      return action.cells.length === 0 ? 'cellsMissing' : null
    case 'addLinked':
      return action.linkColumnId === null ? 'actionLinkMissing' : null
  }
}

/** With one of these in place of every column, an address that can ever be one is one. */
const samples = ['100', 'a@example.com', 'https://example.com']

/** Columns of a table a button may write into. */
export const writtenColumns = (columns: readonly Column[], isFilled: (columnId: number) => boolean): Column[] =>
  columns.filter((column) => canBePressedInto(column) && !isFilled(column.id))

/** Columns whose values can stand in an address. */
export const namedColumns = (columns: readonly Column[]): Column[] => columns.filter(({ type }) => holdsValues(type))

/** What a button writes into a column until something else is chosen. */
export function firstCell({ id: columnId, type }: Column): ButtonCell {
  switch (type) {
    case 'date':
      return { columnId, kind: 'today', days: 0 }
    case 'dateTime':
      return { columnId, kind: 'now', days: 0 }
    case 'member':
    case 'members':
      return { columnId, kind: 'me' }
    case 'checkbox':
      return { columnId, kind: 'value', value: 1 }
    default:
      return { columnId, kind: 'value', value: null }
  }
}
