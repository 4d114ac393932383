type Quantity = (typeof quantities)[number]

/**
 * A number of one unit in another; null for units that are not known or do not measure the same. Names are Excel's, as far
 * as they measure what is traded, and Chinese ones; a market pound is 500 g, a mu 666⅔ m².
 */
export function inUnit(number: number, from: string, to: string): number | null {
  const [fromHeat, toHeat] = [heatOf(from), heatOf(to)]
  if (fromHeat !== null && toHeat !== null) return toHeat.fromCelsius(fromHeat.toCelsius(number))
  const [one, other] = [unitOf(from), unitOf(to)]
  return one === undefined || other === undefined || one.quantity !== other.quantity ? null : (number * one.size) / other.size
}

type Unit = { quantity: Quantity; size: number }

/** What one of a unit is in metres, grams, square metres, litres, seconds, metres a second, joules, bytes. */
const written: Readonly<Record<Quantity, Readonly<Record<string, number>>>> = {
  length: {
    'm 米': 1,
    'km 千米 公里': 1000,
    'dm 分米': 0.1,
    'cm 厘米': 0.01,
    'mm 毫米': 0.001,
    'um 微米': 1e-6,
    'in 英寸': 0.0254,
    'ft 英尺': 0.3048,
    'yd 码': 0.9144,
    'mi 英里': 1609.344,
    'Nmi 海里': 1852,
    里: 500,
    丈: 10 / 3,
    尺: 1 / 3,
    寸: 1 / 30,
  },
  mass: {
    'g 克': 1,
    'kg 千克 公斤': 1000,
    'mg 毫克': 0.001,
    't 吨': 1_000_000,
    'lbm 磅': 453.59237,
    'ozm 盎司': 28.349523125,
    斤: 500,
    两: 50,
    钱: 5,
    担: 50_000,
  },
  area: {
    'm2 平方米 平米': 1,
    'km2 平方千米 平方公里': 1_000_000,
    'cm2 平方厘米': 0.0001,
    'ha 公顷': 10_000,
    'ft2 平方英尺': 0.09290304,
    'uk_acre 英亩': 4046.8564224,
    亩: 2000 / 3,
  },
  volume: {
    'l lt 升': 1,
    'ml 毫升': 0.001,
    'm3 立方米 方': 1000,
    'cm3 立方厘米': 0.001,
    'gal 加仑': 3.785411784,
    'oz 液盎司': 0.0295735295625,
    'barrel 桶': 158.987294928,
  },
  time: { 'sec s 秒': 1, 'mn min 分钟 分': 60, 'hr 小时': 3600, 'day d 天 日': 86_400, '周 星期': 604_800 },
  speed: { 'm/s 米每秒': 1, 'km/h 千米每小时 公里每小时': 1 / 3.6, 'mph 英里每小时': 0.44704, 'kn 节': 1852 / 3600 },
  energy: { 'J 焦耳 焦': 1, 'kJ 千焦': 1000, 'cal 卡': 4.1868, 'kcal 千卡 大卡': 4186.8, 'Wh 瓦时': 3600, 'kWh 千瓦时 度': 3_600_000 },
  data: { 'byte B 字节': 1, 'bit 比特': 0.125, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 },
}

const heats: Readonly<Record<string, { toCelsius: (heat: number) => number; fromCelsius: (heat: number) => number }>> = {
  'C 摄氏度 ℃': { toCelsius: (heat) => heat, fromCelsius: (heat) => heat },
  'F 华氏度 ℉': { toCelsius: (heat) => ((heat - 32) * 5) / 9, fromCelsius: (heat) => (heat * 9) / 5 + 32 },
  'K 开尔文 开': { toCelsius: (heat) => heat - 273.15, fromCelsius: (heat) => heat + 273.15 },
}

const heatOf = (name: string) => Object.entries(heats).find(([names]) => isNamed(names, name))?.[1] ?? null

const isNamed = (names: string, name: string): boolean => names.split(' ').some((each) => each === name.trim())

/** As it is written; else without regard to capitals, since only few units need them. */
function unitOf(name: string): Unit | undefined {
  const plain = name.normalize('NFKC').replaceAll('^', '').trim()
  return units.get(plain) ?? lowercased.get(plain.toLowerCase())
}

const quantities = ['length', 'mass', 'area', 'volume', 'time', 'speed', 'energy', 'data'] as const
const units = new Map<string, Unit>(
  quantities.flatMap((quantity) =>
    Object.entries(written[quantity]).flatMap(([names, size]) => names.split(' ').map((name): [string, Unit] => [name, { quantity, size }])),
  ),
)
const lowercased = new Map([...units].map(([name, unit]) => [name.toLowerCase(), unit]))
