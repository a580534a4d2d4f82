import { DIARY_KINDS, DIARY_STAGES, type DiaryStage } from '../../../copy/diary.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import type { EntryKind } from '../../../domain/diary/entry-kinds/entry-kind.ts'
import { entryKindsAt } from '../../../domain/diary/entry-kinds/entry-kinds.ts'
import { regionOfProvince } from '../../../domain/diary/measures/region-of-province.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  type EntryForm,
  listDiarySites,
  openEntryForm,
} from '../../../verbs/diary/open-entry-form.ts'
import { recordEntry } from '../../../verbs/diary/record-entry.ts'
import { ownPhotos } from '../../../verbs/diary/typed-photos.ts'
import { openDiarySite } from '../../../verbs/sites/open-site.ts'
import { actOnce } from '../act-once.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm, type Sent } from '../record-form.ts'
import { type Section, type Sections, showDetailPage } from '../show-detail-page.ts'
import { DIARY_PATH, diaryOfSite, entryPath } from './diary-path.ts'
import {
  entryInputs,
  entryTexts,
  householdChoices,
  typedEntryValues,
  typedHouseholds,
} from './entry-form.ts'
import { PHOTO_FORM_BYTES, photoField, typedPhoto } from './photo-field.ts'

const NEW = `${DIARY_PATH}/new` as const

/** Writing an entry: which place, which kind of work, then its own short form. */
export const newEntryRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: NEW, may: 'diary.write', handle: chooseKind },
  ...recordForm({
    path: `${NEW}/:kind`,
    may: 'diary.write',
    maxBytes: PHOTO_FORM_BYTES,
    load: ({ c, param, ctx }) =>
      openEntryForm(ctx, {
        siteId: c.req.query('site') ?? '',
        kind: param('kind'),
      }),
    values: ({ kind, last, site }) =>
      entryTexts(kind, { values: last, region: regionOfProvince(site.provinceCode) }),
    act: record,
    back: ({ site }) => `${NEW}?site=${encodeURIComponent(site.id)}`,
    done: ({ id }) => `${entryPath(id)}?done=recorded`,
    page: ({ ctx, lang }, { loaded: { site, kind, households }, form }) => ({
      title: DIARY_KINDS[kind].name[lang],
      facts: [{ label: W.place[lang], text: site.name }],
      action: formPath({ kind, siteId: site.id }),
      save: W.save[lang],
      file: photoField(lang),
      inputs: entryInputs(kind, { lang, households: householdChoices(households) }),
      form: { ...form, values: { happenedOn: vietnamDateOf(ctx.now()), ...form.values } },
    }),
  }),
]

async function record(sent: Sent, { site, kind }: EntryForm) {
  const { texts, confirmed } = sent
  const photos = await typedPhoto(sent)
  return actOnce(sent, (ctx) =>
    recordEntry({
      ctx,
      photos: ownPhotos(ctx),
      envelope: {
        ...{ id: ctx.newId(), v: null, via: 'portal', madeAt: null, clock: null },
        happenedOn: texts['happenedOn'] ?? '',
        body: {
          ...{ siteId: site.id, kind, values: typedEntryValues(kind, texts), photos },
          householdIds: typedHouseholds(texts),
          onBehalfOf: texts['onBehalfOf'] ?? null,
          confirm: confirmed,
        },
      },
    }).then(storedId),
  )
}

/** Nothing is sent here that could be later: a page names no photo that has not arrived. */
export function storedId(made: Awaited<ReturnType<typeof recordEntry>>): { readonly id: string } {
  if (made.status === 'later') throw new Error(`a form of ours is later for ${made.missing}`)
  return { id: made.id }
}

/** `GET /portal/diary/new`: a place where there are several, then the kinds of work it may hold. */
async function chooseKind(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const sites = await listDiarySites(ctx)
  const asked = c.req.query('site') ?? ''
  const [only] = sites.length === 1 && asked === '' ? sites : []
  const siteId = asked === '' ? (only?.id ?? null) : asked
  const site = siteId === null ? null : await openDiarySite(ctx, siteId)
  return showDetailPage(portal, {
    title: site === null ? W.addTitle : `${W.addTitle[lang]}: ${site.name}`,
    back: {
      href: site === null ? DIARY_PATH : diaryOfSite(site.id),
      text: DIARY_COPY.title,
    },
    links: site === null || sites.length < 2 ? [] : [{ href: NEW, text: W.otherSite }],
    sections:
      site === null
        ? [siteSection(sites)]
        : kindSections({ siteId: site.id, kinds: entryKindsAt(site.kind) }),
  })
}

function siteSection(sites: Awaited<ReturnType<typeof listDiarySites>>): Section {
  return {
    id: 'sites',
    title: W.chooseSite,
    text: sites.length === 0 ? W.noSite : undefined,
    links: sites.map(({ id, name }) => ({
      href: `${NEW}?site=${encodeURIComponent(id)}`,
      text: name,
    })),
  }
}

function kindSections(shown: {
  readonly siteId: string
  readonly kinds: readonly EntryKind[]
}): Sections {
  const { siteId, kinds } = shown
  return Object.entries(DIARY_STAGES).flatMap(([stage, name]) => {
    const ofStage = kinds.filter((kind) => stageOf(kind) === stage)
    if (ofStage.length === 0) return []
    const links = ofStage.map((kind) => ({
      href: formPath({ kind, siteId }),
      text: DIARY_KINDS[kind].name,
    }))
    return [{ id: `stage-${stage}`, title: name, links }]
  })
}

function stageOf(kind: EntryKind): DiaryStage {
  return DIARY_KINDS[kind].stage
}

function formPath({ kind, siteId }: { readonly kind: string; readonly siteId: string }): string {
  return `${NEW}/${kind}?site=${encodeURIComponent(siteId)}`
}
