import { command } from './command.ts'
import { named } from './named.ts'
import { exitCodes, printResult } from './terminal.ts'
import { withBase } from './withBase.ts'

/** `kebu classify` */
export const classify = command('cli.helpClassify', { min: 1, max: 1 }, { scheme: 'text' }, async ({ words, options }, terminal) => {
  const { t } = terminal
  const done = await withBase(words[0] ?? '', 'write', terminal, async (run) => {
    const base = await run('base.describe', {})
    const chosen = options.scheme === null ? null : named(base.schemes, options.scheme, (unknown) => t('cli.unknownScheme', unknown))
    const { moved } = await run('schemes.run', { schemeId: chosen?.id ?? null })
    const schemes = []
    for (const scheme of base.schemes.filter((one) => chosen === null || one.id === chosen.id)) {
      const column = base.columns.find(({ id }) => id === scheme.targetColumnId)
      const optionsOf = column?.type === 'singleSelect' ? column.settings.options : []
      const counts = await run('classes.counts', { schemeId: scheme.id })
      const classes = counts.map(({ optionId, count }) => ({ class: optionsOf.find(({ id }) => id === optionId)?.name ?? null, count }))
      schemes.push({ code: scheme.code, name: scheme.name, classes })
    }
    return { moved, schemes }
  })
  printResult(terminal, done, () =>
    [
      t('cli.classified', { moved: done.moved }),
      ...done.schemes.map(
        ({ name, classes }) => `${name}: ${classes.map((one) => `${one.class ?? t('common.unclassified')} ${one.count}`).join('  ')}`,
      ),
    ].join('\n'),
  )
  return exitCodes.done
})
