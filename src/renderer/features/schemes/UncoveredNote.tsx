import { Button } from 'antd'
import type { Translate } from '#shared/i18n/translate.ts'
import { followedOptions } from '#shared/model/followedOptions.ts'
import type { Scheme } from '#shared/model/scheme.ts'
import { useBase } from '../../client/useBase.ts'
import { useWrite } from '../../client/useWrite.ts'
import { useNotices } from '../../shell/notices.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'

/** Options people added to what a scheme follows, such as a category of products, and one click that makes classes of them. */
export function UncoveredNote({ scheme }: { scheme: Scheme }) {
  const base = useBase()
  const t = useT()
  const notify = useNotices((state) => state.notify)
  const cover = useWrite('schemes.coverOptions')
  const followed = followedOptions(scheme.rule, base.columnsById)
  if (followed === null || followed.uncovered.length === 0) return null
  const { uncovered } = followed
  const namesIn = (t: Translate) => uncovered.map(({ name }) => t('schemes.uncovered.one', { name })).join(t('schemes.uncovered.and'))
  const add = async () => {
    if ((await cover.run({ schemeId: scheme.id })) === null) return
    notify({ tone: 'done', text: (t) => t('schemes.uncovered.done', { names: namesIn(t) }), canUndo: true })
  }
  return (
    <div className="scheme__standing" role="note">
      {t('schemes.uncovered.text', { column: followed.source.name, names: namesIn(t) })}{' '}
      {base.readOnly ? null : (
        <Button size="small" loading={cover.pending} onClick={() => void add()}>
          {t('schemes.uncovered.add')}
        </Button>
      )}
      {cover.error === null ? null : <ErrorNote error={cover.error} />}
    </div>
  )
}
