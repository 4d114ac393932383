import { emptyAddress, type Address } from '../model/address.ts'
import { nameLengths, regionsNamed, type Level, type RegionName } from './regionNames.ts'
import { cleanLine } from './text.ts'

/**
 * Province, city and district out of free text; what follows them is detail. Suffixes and whole levels may be left
 * out (浙江杭州西湖区…, 杭州市西湖区…, 昆山市…) where the rest says which place is meant. What might as well be
 * the name of a street or a building (南京西路, 西安大厦) or of two places (朝阳区) stays detail.
 */
export function parseAddress(text: string): Address {
  const clean = cleanLine(text)
  const found = longest(clean.replace(/^(?:中国|中华人民共和国)(?=[^\p{P}\s])/u, ''), nothing)
  if (found.place === null) return { ...emptyAddress, detail: clean }
  const { province, city, district } = found.place
  return { province, city: city === '' && municipalities.has(province) ? province : city, district, detail: found.rest }
}

type Found = { place: RegionName | null; rest: string; length: number }

const nothing: Found = { place: null, rest: '', length: 0 }
const levels: readonly Level[] = ['province', 'city', 'district']
const municipalities = new Set(['北京市', '天津市', '上海市', '重庆市'])

/** The reading that explains most of the text, of all ways to go on from `found`. */
function longest(rest: string, found: Found): Found {
  let best: Found = { ...found, rest }
  const text = rest.replace(found.place === null ? /^[\s,，、]+/u : partedBy, '')
  for (const level of levels.slice(found.place === null ? 0 : levels.indexOf(found.place.level) + 1)) {
    for (const length of nameLengths(level, text.slice(0, 2))) {
      if (length > text.length) continue
      const place = placeNamed(level, text.slice(0, length), text.slice(length), found.place)
      if (place === null) continue
      const further = longest(text.slice(length), { place, rest: '', length: found.length + length })
      if (further.length > best.length) best = { ...further, rest: further.rest.replace(partedBy, '') }
    }
  }
  return best
}

/** What may stand between two parts, also the rows of the official tables that name no place. */
const partedBy = /^(?:[\s,，、/|·>→_-]|市辖区|(?:省|自治区)直辖县级行政区划)+/u

function placeNamed(level: Level, name: string, next: string, within: RegionName | null): RegionName | null {
  const places = regionsNamed(level, name).filter((place) => within === null || isWithin(place, within))
  const full = places.filter((place) => !place.isShort)
  if (full.length > 0) return full.length === 1 ? (full[0] ?? null) : null
  const [place] = places
  if (place === undefined || places.length > 1 || goesOn.test(next)) return null
  // A district by its short name, or a part of Hong Kong, is too weak a hint without what it belongs to.
  if (within === null) return level === 'district' || name === place.city || isStreet.test(next) ? null : place
  return isStreetPart.test(next) ? null : place
}

const isWithin = (place: RegionName, within: RegionName): boolean =>
  place.province === within.province && (within.city === '' || place.city === within.city)

/** After a short name: the word goes on, and is another place or a building. */
const goesOn =
  /^(?:[省市区县州盟旗镇乡村门寺站桥口]|花园|小区|大厦|广场|公寓|新村|大学|学院|医院|宾馆|酒店|饭店|商场|商城|大楼|中心|集团|公司|\S{0,4}有限公司)/u
/** … or a street: 南京西路, 长春桥路. Inside a known province 建国路 of 朝阳建国路 may be a street of its own. */
const isStreet = /^.{0,2}(?:路|街|大道|巷|弄|胡同)/u
const isStreetPart = /^(?:.?|[东南西北中][一二三四五六七八九十])(?:路|街|大道|巷|弄|胡同)/u
