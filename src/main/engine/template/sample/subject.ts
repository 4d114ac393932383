import { addDays } from '#shared/lib/days.ts'
import { seededRandom, type Random } from './random.ts'
import { nextStepOf, type Stage } from './stages.ts'
import { sampleIndustries, type Place, type SampleIndustry, type SampleWords } from './words.ts'

/** What the rows of one customer share. */
export type Subject = {
  index: number
  stage: Stage
  random: Random
  words: SampleWords
  today: string
  place: Place
  industry: SampleIndustry
  /** What this customer buys. */
  product: string
  owner: number
  contactName: string
  /** Days ago. */
  firstTalk: number
  lastTalk: number
}

export function subjectOf(stage: Stage, index: number, words: SampleWords, today: string): Subject {
  const random = seededRandom(20_240_601 + index)
  const industry = sampleIndustries[(index * 7) % sampleIndustries.length] ?? 'services'
  // Whoever missed a planned talk was last spoken to a while ago.
  const lastTalk = Math.max(random.int(...stage.lastTalk), nextStepOf(index) === 'overdue' ? 9 : 0)
  return {
    index,
    stage,
    random,
    words,
    today,
    industry,
    place: words.places[(index * 5) % words.places.length] ?? words.places[0],
    product: random.pick(words.industries[industry].products),
    owner: (index * 3 + Math.floor(index / 7)) % 4,
    contactName: words.contactNames[index % words.contactNames.length] ?? words.contactNames[0],
    firstTalk: stage.talks === 1 ? lastTalk : random.int(...stage.firstTalk),
    lastTalk,
  }
}

/** A working day so many days ago: a day of the weekend moves back to its Friday. */
export function workdayAgo(today: string, days: number): string {
  const day = addDays(today, -days)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
}
