import { Button, Dropdown, Input, type InputRef } from 'antd'
import { PlusOutlined } from '@ant-design/icons'
import { useRef } from 'react'
import { readAddress } from '#shared/model/buttonAddress.ts'
import type { Column } from '#shared/model/column.ts'
import { ColumnTypeIcon } from '../../../ui/ColumnTypeIcon.tsx'
import { useT } from '../../../ui/lang.ts'
import { Field } from '../Field.tsx'
import { type ActionForm, namedColumns } from './buttonForm.ts'

type Opening = Extract<ActionForm, { kind: 'openUrl' }>

type AddressFieldProps = {
  action: Opening
  columns: readonly Column[]
  onChange: (change: Pick<Opening, 'typed' | 'parts' | 'unknown'>) => void
}

/** An address with values of the row in it, each by the name of its column in brackets. */
export function AddressField({ action, columns, onChange }: AddressFieldProps) {
  const t = useT()
  const input = useRef<InputRef>(null)
  const named = namedColumns(columns)
  const write = (typed: string) => onChange({ typed, ...readAddress(typed, named) })
  const insert = (name: string) => {
    const field = input.current?.input
    const [from, to] = [field?.selectionStart ?? action.typed.length, field?.selectionEnd ?? action.typed.length]
    write(`${action.typed.slice(0, from)}{${name}}${action.typed.slice(to)}`)
    const caret = from + name.length + 2
    // The caret stands behind what came, once the field shows it.
    requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret))
    input.current?.focus()
  }
  return (
    <>
      <Field label={t('buttons.address')} problems={[]} field={null} note={t('buttons.addressNote')}>
        <Input
          ref={input}
          value={action.typed}
          spellCheck={false}
          placeholder={`https://example.com/?q={${named[0]?.name ?? ''}}`}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
      <Dropdown
        trigger={['click']}
        menu={{
          className: 'button-fields__menu',
          items: named.map(({ id, name, type }) => ({ key: id, icon: <ColumnTypeIcon type={type} />, label: name, onClick: () => insert(name) })),
        }}
      >
        <Button size="small" type="text" icon={<PlusOutlined />} className="button-fields__add">
          {t('buttons.insertColumn')}
        </Button>
      </Dropdown>
    </>
  )
}
