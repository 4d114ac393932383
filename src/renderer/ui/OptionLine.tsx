import { CloseOutlined, HolderOutlined } from '@ant-design/icons'
import { Input, Tooltip } from 'antd'
import type { Option } from '#shared/model/option.ts'
import { ColorChoice } from './ColorChoice.tsx'
import { useT } from './lang.ts'
import './optionLine.css'

type OptionLineProps = {
  option: Option
  /** A scheme gives it out. */
  isFixed: boolean
  /** What is wrong with its name. */
  problem: string | null
  onChange: (change: Partial<Pick<Option, 'name' | 'color'>>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
  onDragStart: () => void
  onDragOver: () => void
}

/** One option: a handle to move it, its colour, its name. */
export function OptionLine({ option, isFixed, problem, onChange, onMove, onRemove, onDragStart, onDragOver }: OptionLineProps) {
  const t = useT()
  return (
    <li
      className="option-line"
      onDragOver={(event) => {
        event.preventDefault()
        onDragOver()
      }}
    >
      <button
        type="button"
        draggable
        className="option-line__handle"
        aria-label={t('columnDialog.options.move', { name: option.name })}
        title={t('columnDialog.options.move', { name: option.name })}
        onDragStart={onDragStart}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
          event.preventDefault()
          onMove(event.key === 'ArrowUp' ? -1 : 1)
        }}
      >
        <HolderOutlined aria-hidden />
      </button>
      <ColorChoice color={option.color} label={t('columnDialog.options.color', { name: option.name })} onChoose={(color) => onChange({ color })} />
      <Input
        value={option.name}
        status={problem === null ? '' : 'error'}
        aria-label={t('columnDialog.options.name', { name: option.name })}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Tooltip title={isFixed ? t('columnDialog.options.inScheme') : undefined}>
        <button
          type="button"
          className="option-line__remove"
          disabled={isFixed}
          aria-label={t('columnDialog.options.remove', { name: option.name })}
          onClick={onRemove}
        >
          <CloseOutlined aria-hidden />
        </button>
      </Tooltip>
      {problem === null ? null : (
        <span className="option-line__problem" role="alert">
          {problem}
        </span>
      )}
    </li>
  )
}
