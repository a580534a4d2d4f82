import * as z from 'zod'
import { insertRecord } from '../../../db/queries/records.ts'
import {
  findLinkCandidates,
  hasNoOtherLink,
  type LinkCandidate,
} from '../../../db/queries/sites-links.ts'
import type { SiteRow } from '../../../db/queries/sites-rows.ts'
import { fillAll } from '../../copy/fill.ts'
import { contractToConfirm } from '../../copy/portal/contract.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { CONTRACT } from '../../resources/contract.ts'
import { optionalText } from '../../resources/read-text.ts'
import { difference } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Message } from '../notifications/notify-statement.ts'
import { readTexts, type Texts } from '../records/save-record.ts'
import { type LinkSides, linkSides } from './link-sides.ts'
import { noteAuthorisation } from './note-authorisation.ts'
import { noSuchSite, openSiteForWriting } from './open-site.ts'

export type LinkInput = Texts & {
  readonly id: string
  /** The other side, by code or name. */
  readonly other?: string
  /** The one picked where a text could mean several. */
  readonly otherId?: string
}

const partnerInput = z.object({ other: optionalText(200), otherId: optionalText(40) })

/**
 * Notes that a packing house buys from a growing area, from either side. Throws `invalid_input` on
 * `other` where the text is none or could be several places, on `toOn` where the days are out of
 * order, and `conflict` where the two have a contract over some of these days already.
 */
export async function linkSites({ ctx, input }: Call<LinkInput>): Promise<void> {
  const site = await openSiteForWriting(ctx, input.id)
  const facts = readTexts(CONTRACT, input)
  const { other, otherId } = parseInput(partnerInput, input)
  const partner = await findPartner(ctx, { site, other: other ?? '', otherId })
  const isHouse = site.labelSlot === 'packing_house'
  const packingHouseId = isHouse ? site.id : partner.id
  const growingAreaId = isHouse ? partner.id : site.id
  const sides = await linkSides(ctx, { packingHouseId, growingAreaId })
  if (sides === null) throw noSuchSite()
  const link = { ...newLink(ctx, sides), ...facts }
  const { after } = difference(CONTRACT, { before: null, after: link })
  await change(ctx, {
    may: CONTRACT.may.write,
    target: targetOf(site),
    guards: [{ holds: hasNoOtherLink(link), refusal: () => alreadyLinked(partner.name) }],
    statements: [
      insertRecord(ctx.db, CONTRACT.table, link),
      noteAuthorisation(ctx, {
        linkId: link.id,
        kind: link.areaConfirmedAt === null ? 'asked' : 'granted',
        effectiveOn: link.fromOn,
      }),
    ],
    tell: askOthers({ sides, link }),
    audit: [
      { site, other: partner.name },
      { site: partner, other: site.name },
    ].map(({ site: { id: entityId }, other: named }) => ({
      action: CONTRACT.actions.add,
      entity: CONTRACT.entity,
      entityId,
      after: { other: named, ...after },
    })),
    touches: { siteIds: [packingHouseId, growingAreaId] },
  })
}

/** Whoever writes a contract agrees to it, for the places they speak for and no others. */
function newLink(ctx: VerbContext, { house, area, mine }: LinkSides) {
  const now = ctx.now()
  const actor = actorText(ctx.actor)
  const [forHouse, forArea] = [mine.includes('house'), mine.includes('area')]
  return {
    id: ctx.newId(),
    packingHouseId: house.id,
    growingAreaId: area.id,
    createdAt: now,
    actor,
    endedAt: null,
    houseConfirmedAt: forHouse ? now : null,
    houseConfirmedBy: forHouse ? actor : null,
    areaConfirmedAt: forArea ? now : null,
    areaConfirmedBy: forArea ? actor : null,
  }
}

/** The side that has not agreed yet is asked to. */
function askOthers({
  sides,
  link,
}: {
  readonly sides: LinkSides
  readonly link: { readonly contractNo: string | null }
}): Message[] {
  const asked = (['house', 'area'] as const).filter((side) => !sides.mine.includes(side))
  return asked.map((side) => {
    const [own, other] = side === 'house' ? [sides.house, sides.area] : [sides.area, sides.house]
    return {
      organisationId: own.organisationId,
      kind: 'site',
      ...contractToConfirm({
        own: own.name,
        other: other.organisationName,
        contractNo: link.contractNo,
      }),
      href: `/portal/sites/${encodeURIComponent(own.id)}/links`,
    }
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
  if (other === '') throw invalidField('other', SITE_REFUSALS.partnerMissing)
  const candidates = await linkCandidates(ctx, { site, text: other })
  const picked = candidates.find(({ id }) => id === otherId)
  const [only, ...others] = picked === undefined ? candidates : [picked]
  if (only === undefined) {
    throw invalidField('other', fillAll(SITE_REFUSALS.partnerUnknown, { typed: other }))
  }
  if (others.length > 0) throw invalidField('other', SITE_REFUSALS.partnerAmbiguous)
  // Whoever found it by its code may not know its name.
  return { id: only.id, name: only.code ?? only.name ?? '…' }
}

function alreadyLinked(name: string) {
  return conflict(fillAll(SITE_REFUSALS.alreadyLinked, { name }))
}
