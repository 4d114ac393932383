import { Select } from 'antd'
import { useT } from '#renderer/ui/lang.ts'

type PlacesFieldProps = { /** In their order, parted by spaces. */ names: string; value: unknown; onChange: (places: number[]) => void }

/** Days of the week or months, several of them, by their place from 1. */
export function PlacesField({ names, value, onChange }: PlacesFieldProps) {
  const t = useT()
  return (
    <Select
      mode="multiple"
      size="small"
      className="condition-line__field"
      placeholder={t('grid.value')}
      value={Array.isArray(value) ? value.map(Number) : []}
      popupMatchSelectWidth={false}
      options={names.split(' ').map((label, at) => ({ value: at + 1, label }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(places: number[]) => onChange(places.toSorted((one, other) => one - other))}
    />
  )
}
