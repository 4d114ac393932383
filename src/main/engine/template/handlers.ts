import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Handlers } from '../handlers.ts'
import { clearSample } from './clearSample.ts'
import { customerBook } from './customerBook/customerBook.ts'
import { extendTemplate } from './extendTemplate.ts'
import { insertSample } from './insertSample.ts'
import { sampleBook } from './sample/sampleBook.ts'
import { lifeCycle } from './schemeLibrary/lifeCycles.ts'
import { rfm } from './schemeLibrary/rfm.ts'
import { churnRisk } from './schemeLibrary/scores.ts'
import type { TemplateData } from './templateData.ts'

/** The book as it begins: with three schemes of the library beside its own (decision 18). */
const beginning: TemplateData = { ...customerBook, schemes: [...customerBook.schemes, rfm.scheme, lifeCycle.scheme, churnRisk.scheme] }

export const templateHandlers: Handlers<'base.applyTemplate' | 'base.clearSample'> = {
  'base.applyTemplate': (context, { lang, sample }) => {
    if (context.schema.tables.size > 0) throw new Failure(appError('template.notEmpty'))
    const ids = extendTemplate(context, beginning, lang)
    if (sample) insertSample(context, ids, sampleBook(context.today, lang))
    return { tables: customerBook.tables.length }
  },
  'base.clearSample': (context) => ({ removed: clearSample(context) }),
}
