import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import { readIds } from '#shared/model/idList.ts'
import { optionColorKey } from '#shared/model/optionColors.ts'
import { lockPath } from '../ui/lockPath.ts'
import '../ui/lockSign.css'
import { element, sign } from './elements.ts'
import type { GridLine, RowLine } from './gridLine.ts'

export type ChipParams = {
  chips: ReadonlyMap<number, { name: string; color: string }>
  dot: boolean
  /** A class: its chips tell why. */
  isClass?: boolean
  /** What is said of an option that does not go with the row's parent option; null of one that does. */
  misfit?: (line: RowLine, value: CellValue) => string | null
  /** What is said of a class that a person set; null of one that the rule gives. */
  lockedLabel?: (line: RowLine) => string | null
}
type Params = ICellRendererParams<GridLine, CellValue>

// Plain elements instead of React: a hundred cells appear at every turn of the wheel.

/** Options, classes or members as chips. */
export class ChipCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'grid-chips')

  init(params: Params & ChipParams): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, chips, dot, isClass = false, data, misfit, lockedLabel }: Params & ChipParams): boolean {
    const shown = readIds(value ?? null).flatMap((id) => chips.get(id) ?? [])
    const why = data?.kind === 'row' ? (misfit?.(data, value ?? null) ?? null) : null
    const locked = data?.kind === 'row' ? (lockedLabel?.(data) ?? null) : null
    this.element.replaceChildren(...shown.map((chip) => chipElement(chip, dot)), ...(locked === null ? [] : [lockSign(locked)]))
    this.element.classList.toggle('grid-chips--misfit', why !== null)
    this.element.classList.toggle('grid-chips--class', isClass && data?.kind === 'row')
    this.element.title = why ?? locked ?? ''
    return true
  }
}

/** A tick for a checked box. */
export class TickCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'grid-tick')

  init(params: Params): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, data }: Params): boolean {
    this.element.classList.toggle('grid-tick--on', value === 1)
    this.element.hidden = data?.kind !== 'row'
    this.element.setAttribute('role', 'checkbox')
    this.element.setAttribute('aria-checked', String(value === 1))
    return true
  }
}

export type RowHeadParams = {
  isTicked: (id: number) => boolean
  /** The colour the rules of the view give the row, and what the rule says. */
  mark: (line: RowLine) => { color: string; title: string } | null
  tickLabel: string
  openLabel: string
  openHint: string
}

/** The left edge of a row: its number; under the mouse a box to tick and a sign to open it. */
export class RowHeadCell implements ICellRendererComp<GridLine> {
  private readonly element = element('span', 'line-head')
  private readonly number = element('span', 'line-head__number')
  private readonly tick = element('span', 'line-head__tick')
  private readonly open = element('span', 'line-head__open')

  init(params: Params & RowHeadParams): void {
    this.tick.dataset['act'] = 'tick'
    this.open.dataset['act'] = 'open'
    this.tick.setAttribute('role', 'checkbox')
    this.tick.setAttribute('aria-label', params.tickLabel)
    this.open.setAttribute('role', 'button')
    this.open.setAttribute('aria-label', params.openLabel)
    this.open.title = params.openHint
    this.open.append(openIcon())
    this.element.append(this.number, this.tick, this.open)
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ data, isTicked, mark }: Params & RowHeadParams): boolean {
    const isRow = data?.kind === 'row'
    const marked = isRow ? mark(data) : null
    this.element.style.setProperty('--row-color', marked?.color ?? 'transparent')
    this.number.title = marked?.title ?? ''
    this.element.classList.toggle('line-head--none', !isRow)
    this.number.textContent = isRow ? String(data.number) : ''
    const ticked = isRow && isTicked(data.id)
    this.element.classList.toggle('line-head--ticked', ticked)
    this.tick.setAttribute('aria-checked', String(ticked))
    return true
  }
}

/** Two arrows apart: the row becomes a page. */
const openIcon = (): SVGElement => sign('M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9', '')

function lockSign(label: string): SVGElement {
  const icon = sign(lockPath, 'lock-sign')
  icon.setAttribute('role', 'img')
  icon.setAttribute('aria-label', label)
  return icon
}

function chipElement({ name, color }: { name: string; color: string }, dot: boolean): HTMLElement {
  const chip = element('span', dot ? 'chip chip--dot' : 'chip')
  const key = optionColorKey(color)
  chip.style.setProperty('--chip-solid', `var(--option-${key})`)
  chip.style.setProperty('--chip-text', `var(--option-${key}-text)`)
  chip.textContent = name
  return chip
}
