import { siteLink } from '../../db/schema/index.ts'
import { CONTRACT_COPY as W } from '../copy/portal/contract.ts'
import { isMarket } from '../lib/markets.ts'
import { day, lines, optionalDay, optionalLine } from './fields.ts'
import { optionalMass } from './mass-field.ts'
import { prose } from './prose-fields.ts'
import { thing } from './resource.ts'

/**
 * A contract by which a packing house buys from a growing area; confirmed by the area's holder,
 * their authorisation to use its codes. The log files it under both.
 */
export const CONTRACT = thing({
  actions: {
    add: 'site.link',
    confirm: 'site.link.confirm',
    end: 'site.link.end',
    revoke: 'site.link.revoke',
  },
  entity: 'site',
  noun: W.noun,
  table: siteLink,
  may: { read: 'sites.read', write: 'sites.write' },
  fields: {
    contractNo: optionalLine({ label: W.contractNo, max: 80 }),
    fromOn: day({ label: W.from, row: 'days' }),
    toOn: optionalDay({ label: W.to, hint: W.toHint, row: 'days' }),
    quantityKg: optionalMass({ label: W.quantity, hint: W.quantityHint }),
    markets: lines({ label: W.markets, hint: W.marketsHint, max: 10, most: 30 }),
  },
  touches: ({ packingHouseId, growingAreaId }) => ({ siteIds: [packingHouseId, growingAreaId] }),
  check: ({ fromOn, toOn, markets }) => [
    ...(toOn !== null && toOn < fromOn ? [{ path: 'toOn', text: W.endsBeforeStart }] : []),
    ...(markets.every(isMarket) ? [] : [{ path: 'markets', text: W.notAMarket }]),
  ],
})

/** Why the owner of a code takes back their word. */
export const REVOCATION = { fields: { reason: prose({ label: W.revokeReason, max: 500 }) } }
