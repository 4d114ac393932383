import type { Catalogue } from '../zh-CN/catalogue.ts'
import { charts } from './charts.ts'
import { columns } from './columns.ts'
import { common } from './common.ts'
import { dialogs } from './dialogs.ts'
import { importWizard } from './importWizard.ts'
import { menu } from './menu.ts'
import { report } from './report.ts'
import { rowPage } from './rowPage.ts'
import { template } from './template.ts'

export const en: { readonly [Room in keyof Catalogue]: Readonly<Record<keyof Catalogue[Room], string>> } = { common, columns, importWizard, charts, report, rowPage, template, dialogs, menu }
