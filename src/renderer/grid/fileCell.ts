import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellValue } from '#shared/model/cell.ts'
import { readFiles, type StoredFile } from '#shared/model/file.ts'
import { fileSign } from '../files/fileSign.ts'
import '../files/fileThumb.css'
import { thumbnailOf } from '../files/pictures.ts'
import type { GridLine } from './gridLine.ts'

type Params = ICellRendererParams<GridLine, CellValue> & { more: (count: number) => string }

/** Files as small pictures and signs, as many as have room; a file alone with its name. */
export class FileCell implements ICellRendererComp<GridLine> {
  private readonly element = part('grid-files')
  private shown = ''

  init(params: Params): void {
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.element
  }

  refresh({ value, more, column }: Params): boolean {
    const files = readFiles(value ?? null)
    const room = Math.max(1, Math.floor(((column?.getActualWidth() ?? 120) - 16) / pitch))
    const count = files.length <= room ? files.length : Math.max(1, room - 1)
    const key = `${count} ${String(value)}`
    if (key === this.shown) return true
    this.shown = key
    const parts = files.slice(0, count).map(fileElement)
    const [only] = files
    if (files.length === 1 && only !== undefined) parts.push(part('grid-files__name', only.name))
    if (files.length > count) {
      const rest = part('grid-files__more', `+${files.length - count}`)
      rest.title = more(files.length - count)
      parts.push(rest)
    }
    this.element.replaceChildren(...parts)
    return true
  }
}

/** What a picture and the space behind it take. */
const pitch = 26

function fileElement(file: StoredFile, index: number): HTMLElement {
  const { letters, color } = fileSign(file)
  const made = part('grid-files__file')
  made.dataset['file'] = String(index)
  made.title = file.name
  made.append(part(`file-sign file-sign--${color}`, letters))
  void thumbnailOf(file).then((address) => {
    if (address === null) return
    const image = document.createElement('img')
    image.className = 'file-thumb'
    image.alt = ''
    image.src = address
    made.replaceChildren(image)
  })
  return made
}

function part(className: string, text = ''): HTMLElement {
  const made = document.createElement('span')
  made.className = className
  made.textContent = text
  return made
}
