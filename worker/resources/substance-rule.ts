import { substanceRule } from '../../db/schema/index.ts'
import { MARKETS } from '../copy/markets.ts'
import { SUBSTANCE_EFFECT_NAMES, PROTECTION_COPY as W } from '../copy/portal/protection.ts'
import { foldVietnamese } from '../lib/text/fold-vietnamese.ts'
import { choice, day, line, optionalDay, optionalLine } from './fields.ts'
import { type Fault, resource } from './resource.ts'

/** An active ingredient that a market bans or limits, for the days it does: configuration of all. */
export const SUBSTANCE_RULE = resource({
  actions: { add: 'substance_rule.add', edit: 'substance_rule.edit' },
  entity: 'substance_rule',
  noun: W.noun,
  table: substanceRule,
  may: { read: 'protection.write', write: 'protection.write' },
  target: () => null,
  fields: {
    substance: line({ label: W.substance, hint: W.substanceHint, max: 120 }),
    market: choice<string>({ label: W.market, choices: MARKETS }),
    effect: choice({ label: W.effect, choices: SUBSTANCE_EFFECT_NAMES, initial: 'banned' }),
    limitNote: optionalLine({ label: W.limitNote, max: 200 }),
    fromOn: day({ label: W.from, row: 'days' }),
    toOn: optionalDay({ label: W.to, hint: W.toHint, row: 'days' }),
    legalBasis: line({ label: W.basis, max: 200 }),
  },
  derive: ({ substance }) => ({ substanceFolded: foldVietnamese(substance) }),
  initial: (now) => ({ createdAt: now }),
  check: ({ effect, limitNote, fromOn, toOn }) => {
    const faults: Fault[] = []
    if (toOn !== null && toOn < fromOn) faults.push({ path: 'toOn', text: W.endsBeforeStart })
    if (effect === 'limited' && limitNote === null) {
      faults.push({ path: 'limitNote', text: W.say })
    }
    return faults
  },
})
