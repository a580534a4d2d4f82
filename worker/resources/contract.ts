import { siteLink } from '../../db/schema/index.ts'
import { CONTRACT_COPY as W } from '../copy/portal/contract.ts'
import { day, optionalDay, optionalLine } from './fields.ts'
import { thing } from './resource.ts'

/** A contract by which a packing house buys from a growing area. The log files it under both. */
export const CONTRACT = thing({
  actions: { add: 'site.link', confirm: 'site.link.confirm', end: 'site.link.end' },
  entity: 'site',
  noun: W.noun,
  table: siteLink,
  may: { read: 'sites.read', write: 'sites.write' },
  fields: {
    contractNo: optionalLine({ label: W.contractNo, max: 80 }),
    fromOn: day({ label: W.from, row: 'days' }),
    toOn: optionalDay({ label: W.to, hint: W.toHint, row: 'days' }),
  },
  touches: ({ packingHouseId, growingAreaId }) => ({ siteIds: [packingHouseId, growingAreaId] }),
  check: ({ fromOn, toOn }) =>
    toOn !== null && toOn < fromOn ? [{ path: 'toOn', text: W.endsBeforeStart }] : [],
})
