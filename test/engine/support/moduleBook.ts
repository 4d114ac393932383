import type { ModuleCode } from '#shared/model/modules.ts'
import { customerBook, rolesOf } from './customerBook.ts'
import { valueOf } from './valueOf.ts'

/** A customer book with some of its modules, spoken to by roles; of the sample where asked. */
export async function moduleBook(codes: readonly ModuleCode[], { today, sample = false }: { today: string; sample?: boolean }) {
  const book = await customerBook({ today, sample })
  for (const code of codes) valueOf(await book.engine.run('template.addModule', { code, lang: 'zh-CN', sample }))
  return { ...book, ...(await rolesOf(book.engine)) }
}

export type ModuleBook = Awaited<ReturnType<typeof moduleBook>>
