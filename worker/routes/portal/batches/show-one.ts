import type { DetailModel } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { CERTIFICATIONS_COPY } from '../../../copy/portal/certifications.ts'
import { LANGUAGE_OF_PAGE } from '../../../copy/portal/language-of-page.ts'
import { CHECK_COPY } from '../../../copy/portal/pre-shipment.ts'
import { SCAN_DESK_COPY } from '../../../copy/portal/scan-desk.ts'
import type { JudgedCheck } from '../../../domain/pre-shipment/judge-checks.ts'
import { LANGUAGES, type Language } from '../../../lib/text/local-text.ts'
import { showBatch } from '../../../verbs/batches/show-batch.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { checksOfBatch } from '../../../verbs/pre-shipment/checks-of-batch.ts'
import { lastAsked } from '../../../verbs/pre-shipment/last-asked.ts'
import { certificationSection } from '../certifications/certification-section.ts'
import { runColumns } from '../labels/run-table.ts'
import type { Portal } from '../portal-route.ts'
import { type Notes, type Sections, showDetailPage } from '../show-detail-page.ts'
import { tableSection } from '../table-of.ts'
import { batchLinks, labelLink } from './batch-links.ts'
import { batchPath, stateOf } from './batch-table.ts'
import { checkSections, openChecksText, wayOfOpen } from './checks.ts'
import { balanceSection, goodsNotes, goodsSections } from './goods-sections.ts'
import { paperSections } from './papers.ts'
import { salesSection } from './sales.ts'

type Shown = Awaited<ReturnType<typeof showBatch>>

/** `GET /portal/batches/{ref}`. */
export async function showOneBatch(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showBatch(ctx, param('ref'))
  const { batch, product, recall } = shown
  const target = { organisationId: batch.organisationId, place: null }
  const mayWrite = mayDo(ctx.actor, 'batches.write', target)
  const isOpen = batch.sealedAt === null && batch.annulledAt === null
  const path = batchPath(batch.ref)
  const tests = await certificationSection(portal, { batch, target })
  const hasPurchases = shown.goods.purchases.length > 0
  // One that was annulled before it had labels is asked nothing.
  const isAsked = isOpen || batch.sealedAt !== null
  const checks = isAsked ? await checksOfBatch(ctx, batch) : []
  const mayAllow = mayDo(ctx.actor, 'batches.allow', {
    organisationId: batch.organisationId,
    place: shown.place,
  })
  const papers = await paperSections(portal, { batch, hasPurchases, mayWrite })
  const mayPrint = mayWrite && batch.annulledAt === null && recall === null
  const asking = {
    ...{ ref: batch.ref, checks, isSealed: !isOpen, lang },
    mayWrite: mayWrite && isOpen,
    mayAllow: mayAllow && isOpen,
    asked: await lastAsked(ctx, { batchId: batch.id, checks }),
  }
  const missing = mayPrint && isOpen ? wayOfOpen({ ...asking, mayAllow: false }) : undefined
  return showDetailPage(portal, {
    title: `${product.name} · ${batch.lot}`,
    code: batch.ref,
    back: { href: '/portal/batches', text: W.title },
    done: {
      created: W.created,
      saved: W.saved,
      annulled: W.annulled,
      recalled: W.recalled,
      unrecalled: W.unrecalled,
      paperAdded: CERTIFICATIONS_COPY.paperAdded,
      paperOut: CERTIFICATIONS_COPY.paperOut,
      checkRecorded: CHECK_COPY.recorded,
      checkAllowed: CHECK_COPY.allowedNow,
      exceptionAsked: CHECK_COPY.askedNow,
    },
    notes: notesOf({ ...shown, checks }, lang),
    primary: missing ?? (mayPrint ? labelLink({ path, isOpen }) : undefined),
    links: batchLinks(portal, { shown, mayWrite, mayPrint, missing }),
    facts: factsOf(shown, lang),
    sections: [
      ...checkSections(asking),
      ...sectionsOf(shown, lang),
      ...papers,
      tests,
      salesSection(shown.sales, { ref: batch.ref, mayWrite, lang }),
      ...publicSection(shown, lang),
    ],
  })
}

function notesOf(
  shown: Shown & { readonly checks: readonly JudgedCheck[] },
  lang: Language,
): Notes {
  const { batch, recall } = shown
  if (batch.annulledAt !== null) return [{ kind: 'error', text: W.noteAnnulled }]
  if (recall !== null) {
    const day = formatOn(recall.effectiveOn, lang)
    const reason = recall.reason ?? ''
    return [{ kind: 'error', text: fill(W.noteRecalled[lang], { day, reason }) }]
  }
  const open = batch.sealedAt === null ? openChecksText(shown.checks, lang) : null
  return [
    open !== null && { kind: 'error', text: open },
    ...goodsNotes(shown, lang),
    batch.sealedAt !== null && { kind: 'note', text: W.noteSealed },
  ]
}

function factsOf(shown: Shown, lang: Language): DetailModel['facts'] {
  const { batch, owner, product, codes, outputs, leftKg } = shown
  const { packedOn, expiresOn, harvestedOn, quantityValue: value, quantityUnit: unit } = batch
  const day = (on: string | null) => (on === null ? null : formatOn(on, lang))
  const codesOf = (slot: string) =>
    codes.flatMap((row) => (row.slot === slot ? [row.code] : [])).join(', ') || null
  return [
    { label: W.state[lang], text: stateOf(batch, lang) },
    { label: W.product[lang], text: product.name },
    { label: W.owner[lang], text: owner.name },
    { label: W.quantity[lang], text: formatQuantity({ value, unit }, lang) },
    ...(leftKg === null || outputs.length === 0
      ? []
      : [{ label: W.left[lang], text: formatQuantity({ value: leftKg, unit: 'kg' }, lang) }]),
    { label: W.packedOn[lang], text: day(packedOn) },
    { label: W.expiresOn[lang], text: day(expiresOn) },
    {
      label: W.harvestedOn[lang],
      text: harvestedOn.map((on) => formatOn(on, lang)).join(', ') || null,
    },
    { label: W.areas[lang], text: codesOf('growing_area'), code: true },
    { label: W.house[lang], text: codesOf('packing_house'), code: true },
    {
      label: W.markets[lang],
      text: batch.markets.map((market) => marketName(market, lang)).join(', '),
    },
  ]
}

function sectionsOf(shown: Shown, lang: Language): Sections {
  const { batch, outputs, runs } = shown
  const { batches: sources, harvests, purchases } = shown.goods
  const isMadeOfOthers = sources.length > 0 || harvests.length + purchases.length === 0
  return [
    tableSection('labels', runs, {
      title: W.labels,
      columns: runColumns(lang),
      empty: W.labelsEmpty,
      links:
        runs.length === 0
          ? []
          : [{ href: `${batchPath(batch.ref)}/scans`, text: SCAN_DESK_COPY.link }],
    }),
    ...goodsSections(shown, lang),
    isMadeOfOthers && {
      id: 'made',
      title: W.made,
      table: { ...edgeTable(sources, lang), empty: W.madeEmpty },
    },
    ...balanceSection(shown, lang),
    {
      id: 'became',
      title: W.became,
      table: { ...edgeTable(outputs, lang), empty: W.becameEmpty },
      links:
        sources.length + outputs.length === 0
          ? []
          : [{ href: `${batchPath(batch.ref)}/trace`, text: W.trace }],
    },
  ]
}

/** Before its labels there is nothing that anybody could scan. */
/** The page itself once there are labels; before, what it will be. */
function publicSection({ batch }: Shown, lang: Language): Sections {
  const { sealedAt, packedOn, ref } = batch
  if (sealedAt === null && packedOn === null) return []
  const at = (language: Language) =>
    sealedAt === null ? `${batchPath(ref)}/preview?page=${language}` : `/b/${ref}?lang=${language}`
  const links = LANGUAGES.map((language) => ({
    href: at(language),
    text: fill(W.publicIn[lang], { language: LANGUAGE_OF_PAGE[language][lang] }),
  }))
  return [{ id: 'public', title: W.publicPage, links }]
}

function edgeTable(edges: Shown['outputs'], lang: Language) {
  return {
    columns: [{ name: W.lot }, { name: W.product }, { name: W.amount, number: true }],
    rows: edges.map(({ ref, lot, product, quantityKg }) => [
      { text: lot, href: batchPath(ref), code: true },
      { text: product },
      { text: formatNumber(quantityKg, lang) },
    ]),
  }
}
