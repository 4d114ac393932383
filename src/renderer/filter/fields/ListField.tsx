import { Select } from 'antd'

type ListFieldProps = { value: readonly string[]; placeholder: string; onChange: (texts: string[]) => void }

/** Several texts, typed or pasted one after the other. */
export function ListField({ value, placeholder, onChange }: ListFieldProps) {
  return (
    <Select
      mode="tags"
      size="small"
      className="condition-line__field"
      placeholder={placeholder}
      aria-label={placeholder}
      value={[...value]}
      open={false}
      suffixIcon={null}
      tokenSeparators={[',', '，', '、', '\n', '\t']}
      onChange={(texts: string[]) => onChange(texts)}
    />
  )
}
