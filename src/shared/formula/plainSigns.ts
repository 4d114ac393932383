/**
 * The formula with full-width letters, digits and signs as narrow ones, unit for unit, so that offsets stay.
 * `，；（）＋＝` and their like may be typed anywhere; the contents of texts and names are read from the original.
 */
export function plainSigns(source: string): string {
  let plain = ''
  for (let index = 0; index < source.length; index++) plain += plainSign(source.charCodeAt(index))
  return plain
}

function plainSign(unit: number): string {
  if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0)
  if (unit === 0x3000 || unit === 0xfeff) return ' '
  const sign = String.fromCharCode(unit)
  return signs[sign] ?? sign
}

const signs: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-', '–': '-', '﹣': '-' }
