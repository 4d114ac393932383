import { CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ModuleEntry } from '#shared/contract/modules.ts'
import { classes } from '../../ui/classes.ts'
import { useT } from '../../ui/lang.ts'

type ModuleCardProps = { module: ModuleEntry; isAdding: boolean; isBusy: boolean; onAdd: () => void; onOpen: () => void }

/** One part of the book: what it is for, its tables, the figures it gives, and what else changes with it. */
export function ModuleCard({ module, isAdding, isBusy, onAdd, onOpen }: ModuleCardProps) {
  const t = useT()
  const joined = (names: readonly string[]) => names.join(t('common.listSeparator'))
  return (
    <li className={classes('module-card', module.isThere && 'module-card--there')} data-module={module.code}>
      <h3>{module.name}</h3>
      <p>{module.about}</p>
      <dl>
        <dt>{t('modules.tables')}</dt>
        <dd>{joined(module.tables.map(({ name }) => name))}</dd>
        <dt>{t('modules.figures')}</dt>
        <dd>{joined(module.figures)}</dd>
        {module.extends.length === 0 ? null : (
          <>
            <dt>{t('modules.extends')}</dt>
            <dd>{joined(module.extends)}</dd>
          </>
        )}
        {module.leaves.length === 0 ? null : (
          <>
            <dt>{t('modules.leaves')}</dt>
            <dd>{joined(module.leaves)}</dd>
          </>
        )}
      </dl>
      <div className="module-card__foot">
        {module.isThere ? (
          <>
            <span className="module-card__there">
              <CheckOutlined /> {t('modules.there')}
            </span>
            <Button size="small" type="text" aria-label={t('modules.openNamed', { name: module.name })} onClick={onOpen}>
              {t('modules.open')}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            loading={isAdding}
            disabled={isBusy && !isAdding}
            aria-label={t('modules.addNamed', { name: module.name })}
            onClick={onAdd}
          >
            {t('modules.add')}
          </Button>
        )}
      </div>
    </li>
  )
}
