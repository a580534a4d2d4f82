import { moveOpenSeasons } from '../../../../db/queries/seasons.ts'
import { readHouseholds } from '../../../../db/queries/sites-households.ts'
import { readSite, type SiteRow } from '../../../../db/queries/sites-rows.ts'
import { changeSite, versionIs } from '../../../../db/queries/sites-write.ts'
import { fillAll } from '../../../copy/fill.ts'
import { APPLICATION_REFUSALS as R } from '../../../copy/refusals/applications.ts'
import { partsOf } from '../../../domain/applications/kinds.ts'
import { SITE_FACT_NAMES, type SiteFacts } from '../../../domain/sites/site-facts.ts'
import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { difference, inputOf } from '../../../resources/resource.ts'
import { SITE } from '../../../resources/site.ts'
import type { Guard } from '../../change.ts'
import type { VerbContext } from '../../context.ts'
import { Problem } from '../../errors.ts'
import { parseInput } from '../../guard/parse-input.ts'
import { conflict } from '../../guard/refusals.ts'
import { newHolder } from '../../sites/new-holder.ts'
import { noSuchSite, siteChanged } from '../../sites/open-site.ts'
import { householdsChange, sumHa } from '../../sites/replace-households.ts'
import { type HolderChoice, resolveHolder } from '../../sites/resolve-holder.ts'
import { readNewHouseholds } from '../new-households.ts'
import type { OpenedApplication } from '../open-application.ts'
import type { Piece } from './piece.ts'

const NOTHING: Piece = { statements: [], audit: [] }

/**
 * The facts of the site that were asked to be others than they were when the application was begun;
 * what somebody has changed since beside them stays.
 */
export async function factsPiece(
  ctx: VerbContext,
  { row, slot }: OpenedApplication,
): Promise<Piece> {
  const parts = partsOf(row.kind, slot)
  const asksFacts = parts.includes('place') || parts.includes('people')
  const names = SITE_FACT_NAMES.filter(
    (name) => (row.answers[name] ?? '') !== (row.before[name] ?? ''),
  )
  if (!asksFacts || names.length === 0) return NOTHING
  const site = await siteOf(ctx, row.siteId)
  const fields = Object.fromEntries(names.map((name) => [name, SITE.fields[name]]))
  const described = { fields }
  // Each was read by the field of its own name.
  const facts = parseInput(inputOf(described), row.answers) as Partial<SiteFacts>
  return {
    guards: [asRead(site)],
    statements: [changeSite(ctx.db, { id: site.id, set: facts })],
    audit: [
      {
        action: 'site.update',
        entityId: site.id,
        ...difference(described, { before: site, after: facts }),
      },
    ],
    touches: { siteIds: [site.id] },
  }
}

/** The list of households that was handed in takes the place of the one there is. */
export async function householdsPiece(
  ctx: VerbContext,
  { row }: OpenedApplication,
): Promise<Piece> {
  const households = await readNewHouseholds(ctx, row.answers['households'] ?? '')
  const { totals } = await readHouseholds(ctx.db, { siteId: row.siteId, after: 0, limit: 1 })
  return {
    ...householdsChange(ctx, {
      ...{ siteId: row.siteId, households, areaHa: sumHa(households) },
      ...{ version: totals.version, before: totals },
    }),
    touches: { siteIds: [row.siteId] },
  }
}

/** The new holder of a site, and what is to be asked about the name. */
export type HolderPiece = {
  readonly piece: Piece
  readonly holder: HolderChoice
  readonly question: LocalText | null
}

/**
 * The site goes to its new holder, with the seasons that are open on it; what was packed and printed
 * before stays with whoever packed it.
 */
export async function holderPiece(
  ctx: VerbContext,
  { row }: OpenedApplication,
): Promise<HolderPiece> {
  const name = row.answers['newHolder'] ?? ''
  const site = await siteOf(ctx, row.siteId)
  const { holder, added } = await findHolder(ctx, {
    ...{ name, site, kind: row.answers['newHolderKind'] ?? '' },
  })
  if (holder.id === site.organisationId) {
    throw conflict(fillAll(R.holderSame, { holder: holder.name }))
  }
  const isOther = foldVietnamese(holder.name) !== foldVietnamese(name)
  return {
    holder,
    question: isOther ? fillAll(R.holderOther, { typed: name, holder: holder.name }) : null,
    piece: {
      guards: [asRead(site), ...(added?.guards ?? [])],
      statements: [
        ...(added?.statements ?? []),
        changeSite(ctx.db, { id: site.id, set: { organisationId: holder.id } }),
        moveOpenSeasons(ctx.db, { siteId: site.id, organisationId: holder.id }),
      ],
      audit: [
        ...(added?.audit ?? []),
        {
          action: 'site.holder',
          entityId: site.id,
          before: { holder: site.organisationName },
          after: { holder: holder.name },
        },
      ],
      touches: { siteIds: [site.id], organisationIds: [site.organisationId, holder.id] },
    },
  }
}

/** One on record, else added where the application says what kind of organisation it is. */
async function findHolder(
  ctx: VerbContext,
  asked: { readonly name: string; readonly kind: string; readonly site: SiteRow },
) {
  const { name, kind, site } = asked
  try {
    return {
      holder: await resolveHolder(ctx, { organisation: name, organisationId: '' }),
      added: null,
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'invalid_input') throw error
    if (kind === '') throw conflict(error.errors[0]?.text ?? error.text)
    const added = newHolder(ctx, { name, kind, place: site })
    return { holder: added, added }
  }
}

async function siteOf(ctx: VerbContext, id: string): Promise<SiteRow> {
  const site = await readSite(ctx.db, id)
  if (site === null) throw noSuchSite()
  return site
}

function asRead({ id, version }: SiteRow): Guard {
  return { holds: versionIs(id, version), refusal: siteChanged }
}
