import { Button, Checkbox, Input } from 'antd'
import type { AppError } from '#shared/contract/error.ts'
import { canBeUnique } from '#shared/model/cellKey.ts'
import { type Column, computedColumnTypes, holdsValues } from '#shared/model/column.ts'
import { uniquesOf } from '#shared/model/table.ts'
import { useBase } from '../../client/useBase.ts'
import { useShell } from '../../shell/state.ts'
import { ColumnTypeIcon } from '../../ui/ColumnTypeIcon.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useT } from '../../ui/lang.ts'
import type { ColumnForm } from './columnForm.ts'
import { DefaultField } from './DefaultField.tsx'
import { Field } from './Field.tsx'
import type { FormProblem } from './formProblems.ts'
import { RuleFields } from './RuleFields.tsx'
import { SettingsFields } from './SettingsFields.tsx'
import { TypeGallery } from './TypeGallery.tsx'

type ColumnFormViewProps = {
  form: ColumnForm
  tableId: number
  /** Null while the column is new. */
  column: Column | null
  problems: FormProblem[]
  error: AppError | null
  onChange: (form: ColumnForm) => void
  onEnter: () => void
}

/** Type, name and settings of a column; another type is chosen in a dialog of its own. */
export function ColumnFormView({ form, tableId, column, problems, error, onChange, onEnter }: ColumnFormViewProps) {
  const base = useBase()
  const t = useT()
  const openColumnDialog = useShell((state) => state.openColumnDialog)
  const openDialog = useShell((state) => state.openDialog)
  const table = base.table(tableId)
  const isUnique = column !== null && table !== undefined && uniquesOf(table).some(({ columnIds }) => columnIds.join() === String(column.id))
  const scheme = column === null ? undefined : base.schemeOfColumn(column.id)
  const isComputed = computedColumnTypes.has(form.type)
  return (
    <div className={column === null ? 'column-form column-form--new' : 'column-form'}>
      {column === null ? <TypeGallery value={form.type} onChange={(type) => onChange({ ...form, type, preset: null, validation: null })} /> : null}
      <div className="column-form__fields">
        <Field label={t('columnDialog.name')} problems={problems} field="name">
          <Input
            autoFocus
            value={form.name}
            placeholder={t('columnDialog.namePlaceholder')}
            onChange={(event) => onChange({ ...form, name: event.target.value })}
            onPressEnter={onEnter}
          />
        </Field>
        {column === null ? null : (
          <p className="column-form__type">
            <ColumnTypeIcon type={form.type} /> {t(`columns.type.${form.type}`)}
            <Button size="small" type="link" onClick={() => openColumnDialog({ kind: 'convert', columnId: column.id })}>
              {t('convert.open')}
            </Button>
            {scheme === undefined && canBeUnique(column) ? (
              <Button size="small" type="link" onClick={() => openDialog({ kind: 'duplicates', tableId, columnIds: [column.id] })}>
                {t(isUnique ? 'duplicates.isUnique' : 'duplicates.makeUnique')}
              </Button>
            ) : null}
          </p>
        )}
        {scheme === undefined ? null : <p className="column-form__note">{t('columnDialog.classText', { scheme: scheme.name })}</p>}
        <SettingsFields form={form} tableId={tableId} column={column} problems={problems} onChange={onChange} />
        {isComputed || scheme !== undefined || form.type === 'link' ? (
          isComputed && holdsValues(form.type) ? (
            <p className="column-form__note">{t('columnDialog.computedText')}</p>
          ) : null
        ) : (
          <>
            <DefaultField form={form} tableId={tableId} column={column} problems={problems} onChange={onChange} />
            <RuleFields form={form} tableId={tableId} column={column} problems={problems} onChange={onChange} />
            <Checkbox checked={form.required} onChange={(event) => onChange({ ...form, required: event.target.checked })}>
              {t('columnDialog.required')} <small>{t('columnDialog.requiredText')}</small>
            </Checkbox>
          </>
        )}
        {form.type === 'link' && column === null ? null : (
          <Field label={t('columnDialog.description')} problems={problems} field={null}>
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 4 }}
              value={form.description}
              placeholder={t('columnDialog.descriptionPlaceholder')}
              onChange={(event) => onChange({ ...form, description: event.target.value })}
            />
          </Field>
        )}
        {error === null ? null : <ErrorNote error={error} />}
      </div>
    </div>
  )
}
