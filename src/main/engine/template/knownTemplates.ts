import { customerBook } from './customerBook/customerBook.ts'
import { modules } from './modules/modules.ts'
import { libraryTemplate } from './schemeLibrary/schemeLibrary.ts'
import { tasksPack } from './tasks/tasksPack.ts'
import type { TemplateData } from './templateData.ts'

/** Everything that templates describe: where a piece finds what it reads and the base has not, or has no more. */
export const knownTemplates: readonly TemplateData[] = [customerBook, ...modules, libraryTemplate, tasksPack]
