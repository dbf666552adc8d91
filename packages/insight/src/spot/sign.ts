import type { BehaviourId, CustomerPart, Language } from '@evenkeel/playbook'

/** What a line was said into: whose card it is, and what the customer had said. */
export interface Around {
  readonly language: Language
  /** Said, or done and described. */
  readonly how: 'say' | 'do'
  /** The customer's part of the card: its need, triggers and calmers make signs of their own. */
  readonly card?: Pick<CustomerPart, 'need' | 'demand' | 'triggers' | 'calmers'>
  /** What the customer said before this line, newest last. */
  readonly before?: readonly string[]
}

/** A behaviour that was told from words of a line. */
export interface Spotted {
  readonly behaviour: BehaviourId
  /** The part of the line that showed it, as it was typed. */
  readonly words: string
  /** Which rule found it, such as `en/policy-wall/2`; for whoever wants to look it up in the tables. */
  readonly rule: string
}

/** A sign by which a behaviour can be told. All of them read a text in plain letters; capitals do not matter. */
export interface Sign {
  readonly behaviour: BehaviourId
  readonly looks: RegExp
  /** Left out: in what is said and in what is done. */
  readonly how?: 'say' | 'do'
}

/** A language's signs, and what takes a sign back: a near-miss looks like the behaviour and is none. */
export interface SignTable {
  readonly signs: readonly Sign[]
  readonly unless: Partial<Readonly<Record<BehaviourId, RegExp>>>
  /** Begins a saying back that is one whatever the words. */
  readonly saysBack: RegExp
  /** May begin one: only with the customer's own words behind it. */
  readonly mayBeginSayingBack: RegExp
  /** Words that ask for what is under the demand, or name it. */
  readonly reachesUnder: RegExp
  /** About the speaker, in a sentence of their own story. */
  readonly ownStory: RegExp
  /** Speaks to the other. */
  readonly toThem: RegExp
  /** Words without content of their own. */
  readonly empty: ReadonlySet<string>
}
