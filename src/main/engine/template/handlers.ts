import { Failure } from '#shared/contract/failure.ts'
import { appError } from '#shared/i18n/appError.ts'
import type { Handlers } from '../handlers.ts'
import { clearSample } from './clearSample.ts'
import { customerBook } from './customerBook/customerBook.ts'
import { extendTemplate } from './extendTemplate.ts'
import { insertSample } from './insertSample.ts'
import { sampleBook } from './sample/sampleBook.ts'

export const templateHandlers: Handlers<'base.applyTemplate' | 'base.clearSample'> = {
  'base.applyTemplate': (context, { lang, sample }) => {
    if (context.schema.tables.size > 0) throw new Failure(appError('template.notEmpty'))
    const ids = extendTemplate(context, customerBook, lang)
    if (sample) insertSample(context, ids, sampleBook(context.today, lang))
    return { tables: customerBook.tables.length }
  },
  'base.clearSample': (context) => ({ removed: clearSample(context) }),
}
