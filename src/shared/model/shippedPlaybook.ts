import { playbooks as en } from '../i18n/en/playbooks.ts'
import type { Lang } from '../i18n/lang.ts'
import { playbooks as zhCN } from '../i18n/zh-CN/playbooks.ts'
import type { Option } from './option.ts'
import type { Playbook } from './playbook.ts'

/** By code of the follow-ups' way of contact; each entry of `actions` is what it is done by, and how many days after the customer is due. */
type Shipped = { contactDays: number | null; actions: readonly (readonly [method: Method, afterDays: number])[] }
type Method = 'phone' | 'wechat' | 'visit' | 'email' | 'returnVisit'

/** Of the rhythms of a customer's classes the shortest counts; those of the grades are 7, 14, 30, 60 and 90 days. */
const shipped: Readonly<Record<string, Readonly<Record<string, Shipped>>>> = {
  grade: {
    s: every(7, ['phone', 0], ['visit', 7]),
    a: every(14, ['phone', 0], ['visit', 14]),
    b: every(30, ['phone', 0]),
    c: every(60, ['wechat', 0]),
    d: every(90, ['wechat', 0]),
  },
  lifeCycle: {
    acquisition: every(14, ['phone', 0], ['visit', 7]),
    growth: every(30, ['returnVisit', 0], ['wechat', 7]),
    maturity: every(30, ['phone', 0], ['wechat', 7]),
    decline: every(14, ['phone', 0], ['visit', 7]),
    exit: every(90, ['phone', 0], ['wechat', 7]),
  },
  lifeCycleNew: {
    potential: every(14, ['phone', 0]),
    new: every(30, ['returnVisit', 0]),
    mature: every(30, ['phone', 0]),
    lost: every(90, ['phone', 0]),
  },
  lifeCycleActive: {
    potential: every(14, ['phone', 0]),
    new: every(30, ['returnVisit', 0]),
    active: every(30, ['phone', 0]),
    lost: every(90, ['phone', 0]),
  },
  activity: {
    active: rhythmless(['phone', 0]),
    potential: rhythmless(['phone', 0]),
    dormant: every(30, ['phone', 0], ['wechat', 7]),
    lost: every(90, ['returnVisit', 0]),
  },
  churnRisk: {
    high: every(7, ['phone', 0], ['visit', 7]),
    middle: every(14, ['phone', 0]),
  },
  churnReason: {
    quality: every(90, ['phone', 0], ['visit', 7]),
    service: every(90, ['visit', 0]),
    price: every(90, ['phone', 0]),
    budget: every(90, ['phone', 0]),
    competitor: every(90, ['visit', 0]),
    noNeed: rhythmless(['wechat', 0]),
    staff: every(30, ['visit', 0]),
    other: every(90, ['returnVisit', 0]),
  },
  leadScore: {
    hot: every(3, ['phone', 0]),
    warm: every(14, ['wechat', 0]),
  },
  // A tag says what to do now; who keeps it is asked again after so many days.
  customerTags: {
    neglected: every(14, ['phone', 0]),
    wantsNow: every(3, ['phone', 0], ['visit', 2]),
    comparing: every(7, ['visit', 0]),
    dueBack: every(7, ['wechat', 0]),
    silent: every(60, ['phone', 0]),
    newBuyer: rhythmless(['returnVisit', 7]),
    cameBack: rhythmless(['wechat', 0]),
    bigOrder: rhythmless(['visit', 7]),
  },
  ruleTag: {
    neglected: every(14, ['phone', 0]),
    wantsNow: every(3, ['phone', 0], ['visit', 2]),
    newBuyer: rhythmless(['returnVisit', 7]),
    silent: every(60, ['phone', 0]),
  },
  value: {
    high: every(14, ['phone', 0], ['visit', 14]),
    middle: every(30, ['phone', 0]),
    low: every(90, ['wechat', 0]),
  },
  // Ratings are looked at anew every half year.
  strategic: {
    strategic: every(30, ['visit', 0], ['visit', 180]),
    candidate: every(60, ['visit', 0]),
  },
  growthPotential: {
    potential: every(30, ['visit', 0], ['phone', 14]),
  },
  loyalty: {
    high: rhythmless(['phone', 0]),
    middle: rhythmless(['wechat', 0]),
    low: rhythmless(['returnVisit', 0]),
  },
  needPreference: {
    price: rhythmless(['wechat', 0]),
    quality: rhythmless(['visit', 0]),
    service: rhythmless(['visit', 0]),
  },
  comeBack: {
    leaving: every(30, ['phone', 0]),
    unsure: every(14, ['phone', 0]),
    staying: rhythmless(['wechat', 0]),
    once: every(30, ['returnVisit', 0]),
  },
  rfmChinese: {
    importantValue: every(7, ['phone', 0]),
    importantKeep: every(14, ['phone', 0], ['visit', 7]),
    importantDevelop: every(14, ['phone', 0]),
    importantWinBack: every(14, ['phone', 0], ['visit', 7]),
    ordinaryValue: every(30, ['wechat', 0]),
    ordinaryKeep: every(60, ['wechat', 0]),
    ordinaryDevelop: every(30, ['returnVisit', 0]),
    ordinaryWinBack: every(90, ['wechat', 0]),
  },
  rfmQuintiles: {
    champions: every(7, ['phone', 0]),
    loyal: every(14, ['phone', 0]),
    potentialLoyalist: every(14, ['wechat', 0]),
    new: every(30, ['returnVisit', 0]),
    promising: every(30, ['wechat', 0]),
    needAttention: every(30, ['wechat', 0]),
    aboutToSleep: every(14, ['phone', 0]),
    atRisk: every(14, ['phone', 0]),
    cannotLose: every(7, ['phone', 0], ['visit', 7]),
    lost: every(90, ['wechat', 0]),
  },
}

/** Schemes and classes that are the same by another code. */
const sameScheme: Readonly<Record<string, string>> = { rfm: 'rfmChinese' }
const sameClass: Readonly<Record<string, string>> = { gone: 'lost' }

/**
 * The strategies that come with a scheme of this code, for those of its classes that are known by their codes.
 * `methods` are the ways of contact of the base; one it does not have is left open.
 */
export function shippedPlaybook(code: string, classes: readonly Option[], methods: readonly Option[], lang: Lang): Playbook {
  const texts: Readonly<Record<string, string>> = lang === 'en' ? en : zhCN
  const scheme = sameScheme[code] ?? code
  return classes.flatMap((option) => {
    const known = sameClass[option.code ?? ''] ?? option.code
    const found = known === undefined ? undefined : shipped[scheme]?.[known]
    if (found === undefined) return []
    const key = `${scheme}.${known}`
    const actions = found.actions.map(([method, afterDays], index) => ({
      title: texts[`${key}.${index + 1}`] ?? '',
      methodId: methods.find((known) => known.code === method)?.id ?? null,
      afterDays,
    }))
    return [{ optionId: option.id, strategy: texts[key] ?? '', contactDays: found.contactDays, actions }]
  })
}

/** The rhythm that comes with a class, for books whose schemes were made before they had strategies. */
export const shippedContactDays = (code: string, optionCode: string): number | null => shipped[code]?.[optionCode.toLowerCase()]?.contactDays ?? null

/** Which classes of which schemes have a strategy that comes with Kebu. */
export const shippedClasses: readonly { scheme: string; option: string }[] = Object.entries(shipped).flatMap(([scheme, classes]) =>
  Object.keys(classes).map((option) => ({ scheme, option })),
)

function every(contactDays: number, ...actions: Shipped['actions']): Shipped {
  return { contactDays, actions }
}

function rhythmless(...actions: Shipped['actions']): Shipped {
  return { contactDays: null, actions }
}
