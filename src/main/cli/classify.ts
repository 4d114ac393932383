import { optionsOf } from '#shared/model/columns/selects.ts'
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
      const known = optionsOf(base.columns.find(({ id }) => id === scheme.targetColumnId))
      const counts = await run('classes.counts', { schemeId: scheme.id })
      const classes = counts
        // Rows a scheme is not for are without a class, and nobody misses it.
        .filter(({ optionId, inScope }) => optionId !== null || inScope > 0)
        .map(({ optionId, inScope }) => ({ class: known.find(({ id }) => id === optionId)?.name ?? null, count: inScope }))
      schemes.push({ code: scheme.code, name: scheme.name, isTags: scheme.rule.kind === 'tags', classes })
    }
    return { moved, schemes }
  })
  const line = ({ name, isTags, classes }: (typeof done.schemes)[number]): string => {
    const none = t(isTags ? 'common.noTags' : 'common.unclassified')
    return `${name}: ${classes.map((one) => `${one.class ?? none} ${one.count}`).join('  ')}`
  }
  printResult(terminal, done, () => [t('cli.classified', { moved: done.moved }), ...done.schemes.map(line)].join('\n'))
  return exitCodes.done
})
