import { Cascader, Input } from 'antd'
import { emptyAddress, formatAddress, readAddress, writeAddress, type Address } from '#shared/model/address.ts'
import { parseAddress } from '#shared/lib/parseAddress.ts'
import { useState } from 'react'
import { useT } from '../../ui/lang.ts'
import { draftOf, type EditorProps } from '../cellEdit.ts'
import './addressEditor.css'
import { places } from './regions.ts'

/** Province, city and district from lists, the rest as text; a whole address pasted is taken apart. */
export function AddressEditor({ value, typed, label, onDraft }: EditorProps) {
  const t = useT()
  const [address, setAddress] = useState<Address>(() => (typed === null ? readAddress(value) : { ...emptyAddress, detail: typed }) ?? emptyAddress)

  const change = (next: Address) => {
    setAddress(next)
    onDraft(draftOf(writeAddress(next)))
  }
  const takeApart = (text: string) => {
    const parsed = parseAddress(text)
    if (parsed.province === '' && parsed.city === '') return false
    change(parsed)
    return true
  }

  return (
    <div className="address-editor" role="group" aria-label={label}>
      <Cascader
        className="address-editor__region"
        options={places()}
        value={[address.province, address.city, address.district].filter((part) => part !== '')}
        placeholder={t('grid.chooseRegion')}
        changeOnSelect
        showSearch={{ filter: (text, path) => path.some(({ label: name }) => name.includes(text)) }}
        displayRender={(parts) => parts.join(' ')}
        getPopupContainer={(trigger: HTMLElement) => trigger.parentElement ?? document.body}
        onChange={([province = '', city = '', district = '']) => change({ ...address, province, city, district })}
      />
      <Input.TextArea
        autoFocus
        autoSize={{ minRows: 2, maxRows: 4 }}
        value={address.detail}
        aria-label={t('grid.addressDetail')}
        placeholder={t('grid.pasteAddress')}
        onChange={(event) => change({ ...address, detail: event.target.value.replaceAll('\n', ' ') })}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          const whole = event.currentTarget.value === '' || event.currentTarget.selectionEnd === event.currentTarget.value.length
          if (whole && takeApart(pasted)) event.preventDefault()
        }}
        onBlur={() => address.province === '' && takeApart(address.detail)}
      />
      <p className="address-editor__whole">{formatAddress(address)}</p>
    </div>
  )
}
