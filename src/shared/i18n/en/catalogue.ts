import type { Catalogue } from '../zh-CN/catalogue.ts'
import { columns } from './columns.ts'
import { common } from './common.ts'
import { importWizard } from './importWizard.ts'
import { template } from './template.ts'

export const en: { readonly [Room in keyof Catalogue]: Readonly<Record<keyof Catalogue[Room], string>> } = { common, columns, importWizard, template }
