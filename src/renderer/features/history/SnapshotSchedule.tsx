import { Button, InputNumber, Switch } from 'antd'
import type { Snapshots } from '#shared/contract/snapshots.ts'
import { useWrite } from '../../client/useWrite.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'

/** Whether one is taken each day, how long those are kept, and where all of them stand. */
export function SnapshotSchedule({ snapshots, onSaved }: { snapshots: Snapshots; onSaved: () => void }) {
  const t = useT()
  const { settings, folder } = snapshots
  const save = useWrite('snapshots.saveSettings')
  const pick = useWrite('app.pickFolder')
  const change = async (input: Parameters<typeof save.run>[0]) => {
    await save.run(input)
    onSaved()
  }
  const choose = async () => {
    const chosen = await pick.run({})
    if (chosen !== null) await change({ path: chosen.path })
  }
  const error = save.error ?? pick.error
  return (
    <div className="snapshots__schedule">
      <label className="snapshots__daily">
        <Switch size="small" checked={settings.daily} loading={save.pending} onChange={(daily) => void change({ daily })} />
        {t('snapshots.daily')}
      </label>
      <label className={settings.daily ? undefined : 'snapshots__off'}>
        {t('snapshots.keep')}
        <InputNumber
          size="small"
          min={1}
          max={3650}
          precision={0}
          disabled={!settings.daily}
          value={settings.keepDays}
          aria-label={t('snapshots.keepDays')}
          onChange={(keepDays) => keepDays !== null && void change({ keepDays })}
        />
        {t('snapshots.days')}
      </label>
      <p className="snapshots__folder">
        <span>{t('snapshots.folder')}</span>
        <span className="snapshots__path selectable" title={folder}>
          {folder}
        </span>
        <Button size="small" type="text" onClick={() => void choose()}>
          {t('snapshots.chooseFolder')}
        </Button>
        {settings.folder === null ? null : (
          <Button size="small" type="text" onClick={() => void change({ path: null })}>
            {t('snapshots.ownFolder')}
          </Button>
        )}
      </p>
      {error === null ? null : <ErrorNote error={error} />}
    </div>
  )
}
