import type { ModuleCode } from '#shared/model/modules.ts'
import type { TemplateData } from '../templateData.ts'

/** A part of the customer book that its owner switches on: its own tables first, then those that it adds columns to. */
export type TemplateModule = TemplateData & { code: ModuleCode }
