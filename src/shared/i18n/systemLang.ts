import type { Lang } from './lang.ts'

/**
 * The language of the first start. A system that asks for nothing in particular gets Chinese,
 * one that asks for something else than Chinese gets English.
 * `preferred` is what the system's settings list, first choice first; `environment` counts on Linux.
 */
export function systemLang(platform: string, preferred: readonly string[], environment: Readonly<Record<string, string | undefined>>): Lang {
  const wish = platform === 'linux' ? environmentLang(environment) : preferred[0]
  return wish === undefined || /^zh\b/i.test(wish.replace('_', '-')) ? 'zh-CN' : 'en'
}

function environmentLang(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const wish = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return wish === '' || /^(C|POSIX)(\.|$)/.test(wish) ? undefined : wish
}
