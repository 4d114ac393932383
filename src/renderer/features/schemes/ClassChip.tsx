import type { Option } from '#shared/model/option.ts'
import { Chip } from '../../ui/Chip.tsx'
import { useT } from '../../ui/lang.ts'

/** A class by name and colour; null is 未分类. */
export function ClassChip({ option }: { option: Option | null | undefined }) {
  const t = useT()
  if (option === null || option === undefined) return <span className="class-chip--none">{t('schemes.unclassified')}</span>
  return (
    <Chip color={option.color} title={option.name}>
      {option.name}
    </Chip>
  )
}
