import { allRegions, type Region } from './regions.ts'

export type Level = 'province' | 'city' | 'district'

/** A name a region goes by: its full name, or one without its suffix (浙江, 西湖, 延边州). */
export type RegionName = Region & { level: Level; isShort: boolean }

/** Regions of a level by the names they go by. */
export function regionsNamed(level: Level, name: string): readonly RegionName[] {
  return index().get(level)?.get(name) ?? []
}

/** How long the names of a level are that begin with these two characters, longest first: the only lengths worth a look. */
export function nameLengths(level: Level, beginning: string): readonly number[] {
  lengths ??= lengthsOf(index())
  return lengths.get(level)?.get(beginning) ?? []
}

let lengths: ReadonlyMap<Level, ReadonlyMap<string, readonly number[]>> | undefined

function lengthsOf(levels: ReadonlyMap<Level, ReadonlyMap<string, unknown>>): Map<Level, Map<string, number[]>> {
  return new Map(
    Array.from(levels, ([level, names]) => {
      const found = new Map<string, number[]>()
      for (const name of names.keys()) {
        const known = found.get(name.slice(0, 2)) ?? []
        if (!known.includes(name.length)) known.push(name.length)
        found.set(name.slice(0, 2), known)
      }
      for (const known of found.values()) known.sort((left, right) => right - left)
      return [level, found]
    }),
  )
}

let built: ReadonlyMap<Level, ReadonlyMap<string, readonly RegionName[]>> | undefined

function index(): ReadonlyMap<Level, ReadonlyMap<string, readonly RegionName[]>> {
  built ??= build()
  return built
}

function build(): Map<Level, Map<string, RegionName[]>> {
  const levels = new Map<Level, Map<string, RegionName[]>>([
    ['province', new Map()],
    ['city', new Map()],
    ['district', new Map()],
  ])
  for (const region of allRegions()) {
    const level = region.district !== '' ? 'district' : region.city !== '' ? 'city' : 'province'
    const full = region[level]
    const names = levels.get(level)
    // 九龙 and 新界 have no suffix: their full names are as easily something else as a short name.
    add(names, full, { ...region, level, isShort: !hasSuffix.test(full) })
    for (const short of shortNames(full, level)) add(names, short, { ...region, level, isShort: true })
  }
  return levels
}

function add(names: Map<string, RegionName[]> | undefined, name: string, region: RegionName): void {
  const known = names?.get(name)
  if (known === undefined) names?.set(name, [region])
  else known.push(region)
}

const hasSuffix = /[省市区县州盟旗镇乡道]$/u
const peoples =
  /(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|壮|哈尼|傣|白|景颇|傈僳|回|蒙古|土|撒拉|东乡|保安|裕固|满|畲|瑶|仫佬|毛南|黎|仡佬|水|拉祜|佤|布朗|纳西|普米|怒|独龙|维吾尔|锡伯|塔吉克|达斡尔|各)族/u
const peopleEnding = new RegExp(`(?:${peoples.source}|柯尔克孜|哈萨克|蒙古|维吾尔|塔吉克)+$`, 'u')

/** Names people use for it, none of a single character. */
function shortNames(full: string, level: Level): string[] {
  const names = new Set<string>()
  const base = full.replace(suffixes[level], '')
  names.add(base)
  const place = base.replace(peopleEnding, '')
  if (place !== base && place.length > 1) {
    names.add(place)
    if (full.endsWith('自治州')) names.add(`${place}州`)
    if (full.endsWith('自治县')) names.add(`${place}县`)
    if (full.endsWith('自治区')) names.add(`${place}自治区`)
  }
  return [...names].filter((name) => name.length > 1 && name !== full)
}

const suffixes: Record<Level, RegExp> = {
  province: /(?:省|市|自治区|特别行政区)$/u,
  city: /(?:市|地区|盟|自治州|县)$/u,
  district: /(?:新区|自治县|自治旗|林区|特区|区|县|市|旗)$/u,
}
