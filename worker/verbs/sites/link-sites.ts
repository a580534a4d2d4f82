import * as z from 'zod'
import type { Statement } from '../../../db/queries/run-batch.ts'
import {
  findLinkCandidates,
  hasNoOtherLink,
  insertLink,
  type LinkCandidate,
  type LinkSide,
} from '../../../db/queries/sites-links.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { markDocumentsStale } from '../../../db/queries/stale-documents.ts'
import { fillAll } from '../../copy/fill.ts'
import { contractToConfirm } from '../../copy/portal/contract-words.ts'
import { ORGANISATION_REFUSALS } from '../../copy/refusals/organisations.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { addFault } from '../../resources/add-fault.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import { rebuildDocumentsFor } from '../batches/rebuild-documents.ts'
import { actorText, type VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { notifyStatement } from '../notifications/notify-statement.ts'
import { dateText } from './date-text.ts'
import { type LinkSides, linkSides } from './link-sides.ts'
import { noSuchSite, openSiteForWriting } from './open-site.ts'
import { runGuarded } from './run-guarded.ts'
import { optionalLine } from './text-fields.ts'

const linkInput = z
  .object({
    other: optionalLine(200),
    otherId: optionalLine(40).default(null),
    contractNo: optionalLine(80).default(null),
    fromOn: dateText,
    toOn: dateText.default(null),
  })
  .superRefine(({ fromOn, toOn }, context) => {
    if (fromOn === null) {
      addFault(context, SITE_REFUSALS.startMissing, ['fromOn'])
    } else if (toOn !== null && toOn < fromOn) {
      addFault(context, ORGANISATION_REFUSALS.endBeforeStartSeeBoth, ['toOn'])
    }
  })

export type LinkInput = {
  readonly id: string
  /** The other side, by code or name. */
  readonly other: string
  /** The one picked where a text could mean several. */
  readonly otherId?: string
  readonly contractNo?: string
  readonly fromOn: string
  readonly toOn?: string
}

/**
 * Notes that a packing house buys from a growing area, from either side. Throws `invalid_input` on
 * `other` where the text is none or could be several places, on `toOn` where the days are out of
 * order, and `conflict` where the two have a contract over some of these days already.
 */
export async function linkSites({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: LinkInput
}): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const { other, otherId, contractNo, fromOn, toOn } = parseInput(linkInput, input)
  const partner = await findPartner(ctx, { site, other: other ?? '', otherId })
  const isHouse = site.labelSlot === 'packing_house'
  const packingHouseId = isHouse ? site.id : partner.id
  const growingAreaId = isHouse ? partner.id : site.id
  const sides = await linkSides(ctx, { packingHouseId, growingAreaId })
  if (sides === null) throw noSuchSite()
  const agreed = (side: LinkSide) => (sides.mine.includes(side) ? ctx.now() : null)
  const link = {
    id: ctx.newId(),
    packingHouseId,
    growingAreaId,
    contractNo,
    fromOn: fromOn ?? '',
    toOn,
    // Whoever writes a contract agrees to it, for the places they speak for and no others.
    houseConfirmedAt: agreed('house'),
    areaConfirmedAt: agreed('area'),
  }
  const told = { contractNo, fromOn, toOn }
  const siteIds = [packingHouseId, growingAreaId]
  await runGuarded(ctx.db, {
    condition: hasNoOtherLink(link),
    refusal: () => alreadyLinked(partner.name),
    statements: [
      insertLink(ctx.db, { ...link, at: ctx.now(), actor: actorText(ctx.actor) }),
      markDocumentsStale(ctx.db, { siteIds, batchIds: [] }),
      ...askOthers(ctx, { sides, link }),
      ...[
        { entityId: site.id, other: partner.name },
        { entityId: partner.id, other: site.name },
      ].map((side) =>
        auditStatement(ctx, {
          action: 'site.link',
          entity: 'site',
          entityId: side.entityId,
          after: { other: side.other, ...told },
        }),
      ),
    ],
  })
  await rebuildDocumentsFor(ctx, { siteIds })
}

/** The side that has not agreed yet is asked to. */
function askOthers(
  ctx: VerbContext,
  { sides, link }: { sides: LinkSides; link: { contractNo: string | null } },
): Statement[] {
  const asked = (['house', 'area'] as const).filter((side) => !sides.mine.includes(side))
  return asked.map((side) => {
    const [own, other] = side === 'house' ? [sides.house, sides.area] : [sides.area, sides.house]
    return notifyStatement(ctx, {
      organisationId: own.organisationId,
      kind: 'site',
      ...contractToConfirm({
        own: own.name,
        other: other.organisationName,
        contractNo: link.contractNo,
      }),
      href: `/portal/sites/${encodeURIComponent(own.id)}/links`,
    })
  })
}

/** The places a typed text could mean as the other side of a contract with this one. */
export function linkCandidates(
  ctx: VerbContext,
  input: { readonly site: SiteRow; readonly text: string },
): Promise<LinkCandidate[]> {
  const { site, text } = input
  return findLinkCandidates(ctx.db, {
    labelSlot: site.labelSlot === 'packing_house' ? 'growing_area' : 'packing_house',
    searchKey: codeSearchKey(text),
    nameFolded: foldVietnamese(text),
    bounds: boundsOf(ctx, 'sites.read'),
  })
}

async function findPartner(
  ctx: VerbContext,
  input: { site: SiteRow; other: string; otherId: string | null },
): Promise<{ id: string; name: string }> {
  const { site, other, otherId } = input
  if (other === '') throw wrongPartner(SITE_REFUSALS.partnerMissing)
  const candidates = await linkCandidates(ctx, { site, text: other })
  const picked = candidates.find(({ id }) => id === otherId)
  const [only, ...others] = picked === undefined ? candidates : [picked]
  if (only === undefined) {
    throw wrongPartner(fillAll(SITE_REFUSALS.partnerUnknown, { typed: other }))
  }
  if (others.length > 0) throw wrongPartner(SITE_REFUSALS.partnerAmbiguous)
  // Whoever found it by its code may not know its name.
  return { id: only.id, name: only.code ?? only.name ?? '…' }
}

function wrongPartner(text: LocalText) {
  return invalidInput([{ path: 'other', text }])
}

function alreadyLinked(name: string) {
  return conflict(fillAll(SITE_REFUSALS.alreadyLinked, { name }))
}
