import { bandOf, reasonLines } from '../../../../site/view/band.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatNumber, formatOn, formatQuantity } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { confirmationText } from '../../../copy/portal/confirmation-text.ts'
import { INSPECTION_COPY as W } from '../../../copy/portal/inspection.ts'
import { HEADLINES } from '../../../copy/status.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayAny, mayDo } from '../../../verbs/guard/authorise.ts'
import { papersOfBatch } from '../../../verbs/inspection/export-inspection.ts'
import {
  type Inspected,
  inspectLabel,
  runHolding,
} from '../../../verbs/inspection/inspect-label.ts'
import { toVerdict } from '../../../verbs/scan/verdict.ts'
import { newCasePath } from '../cases/case-path.ts'
import { runPath } from '../labels/run-table.ts'
import type { Portal } from '../portal-route.ts'
import { proposePath } from '../proposals/proposal-path.ts'
import type { Sections } from '../show-detail-page.ts'
import { type Links, type Notes, showDetailPage } from '../show-detail-page.ts'
import { signedPaperSection } from '../signed-papers/paper-section.ts'
import { aroundSections } from './around-sections.ts'
import { codeSections } from './code-sections.ts'
import { filedSections } from './filed-sections.ts'
import { scanSections } from './scan-sections.ts'

/** What stands behind a label or batch, from the database as it is now. */
export async function showInspection(portal: Portal, text: string): Promise<Response> {
  const { ctx, deps, lang } = portal
  const { keys, ownHosts } = deps
  const seen = await inspectLabel(ctx, { deps: { keys, ownHosts }, text })
  const { resolution, around, filed } = seen
  const verdict = resolution === null ? null : toVerdict(resolution)
  const band = verdict === null ? 'unknown' : bandOf(verdict, verdict.authenticity === null)
  return showDetailPage(portal, {
    title: verdict === null ? W.noBatch : HEADLINES[band],
    back: { href: '/portal/scan', text: W.another },
    notes: [
      ...(verdict === null ? [] : reasonsOf(verdict, band, lang)),
      seen.batch !== null && around === null && { kind: 'note', text: W.notTheirs },
    ],
    primary: { href: findingHref(seen), text: W.addFinding },
    links: linksOf(portal, seen),
    facts: factsOf(seen, lang),
    sections: [
      ...filedSections(filed, lang),
      ...codeSections(seen, lang),
      ...aroundSections(seen, lang),
      ...scanSections(seen, lang),
      ...(await paperSections(portal, seen)),
    ],
  })
}

async function paperSections({ ctx, lang }: Portal, seen: Inspected): Promise<Sections> {
  const { batch, around, text } = seen
  if (batch === null || around === null) return []
  const rows = await papersOfBatch(ctx, batch.id)
  // Below each paper stands its id: see `papers.ts`.
  const path = `/portal/scan/papers/${batch.ref}`
  const action = `/portal/scan/papers?code=${encodeURIComponent(text)}`
  return [signedPaperSection(rows, { lang, path, mayMake: true, action })]
}

function reasonsOf(
  verdict: ReturnType<typeof toVerdict>,
  band: keyof typeof HEADLINES,
  lang: Language,
): Notes {
  const kind =
    band === 'clear' || band === 'typed' ? 'note' : band === 'notice' ? 'warning' : 'error'
  return reasonLines(verdict.reasons, lang).map(({ text, more }) => ({
    kind,
    text: [text, more].filter((part) => part !== '').join(' '),
  }))
}

function factsOf({ subject, resolution, batch, around }: Inspected, lang: Language) {
  const read =
    resolution === null ? [] : [{ label: W.asOf[lang], text: formatAt(resolution.checkedAt, lang) }]
  // The signature tells nobody anything; what it signs does.
  const label = subject === null ? [] : [{ label: W.label[lang], text: subject, code: true }]
  if (resolution?.kind !== 'batch' || batch === null) return [...label, ...read]
  const { provenance } = resolution.facts.document
  const { scans } = resolution
  return [
    ...label,
    { label: W.lot, text: `${batch.lot} · ${batch.ref}`, code: true },
    { label: W.product, text: provenance.product.name },
    { label: W.producer, text: provenance.producer.name },
    { label: W.packedOn, text: formatOn(provenance.packedOn, lang) },
    {
      label: W.quantity,
      text: formatQuantity({ value: batch.quantityValue, unit: batch.quantityUnit }, lang),
    },
    { label: W.markets, text: batch.markets.map((market) => marketName(market, lang)).join(', ') },
    scans !== null &&
      scans.firstOn !== null && {
        label: W.scanned,
        text: fill(W.scannedText[lang], {
          count: formatNumber(scans.count, lang),
          first: formatOn(scans.firstOn, lang),
        }),
      },
    around?.hasPin === true && { label: W.pin, text: confirmationText(around.confirmation, lang) },
    ...read,
  ]
}

/** What a finding or case from here is about: the very label where one was read, else its batch. */
function aboutOf({ path, batch, text }: Inspected) {
  return path === null && batch !== null
    ? { kind: 'batch', text: batch.ref }
    : { kind: 'label', text }
}

function findingHref(seen: Inspected): string {
  return `/portal/findings/new?${new URLSearchParams(aboutOf(seen))}`
}

/** What an inspector does from here, about the very label where one was scanned. */
function linksOf({ ctx, lang }: Portal, seen: Inspected): Links {
  const { path, batch, resolution, around, target } = seen
  const held = around === null ? null : runHolding(around.runs, resolution)
  const mayVoid = target !== null && around !== null && mayDo(ctx.actor, 'labels.void', target)
  const codes = resolution?.kind === 'batch' && around !== null ? resolution.facts.codes : []
  const publicPath = path ?? (batch === null ? null : `/b/${batch.ref}`)
  return [
    { href: newCasePath(aboutOf(seen)), text: W.openCase },
    !(held === null || !mayVoid || held.serial === 0) && {
      href: `${runPath(held.run.id)}/void?from=${held.serial}&to=${held.serial}`,
      text: W.voidLabel,
    },
    held !== null && mayVoid && { href: `${runPath(held.run.id)}/void`, text: W.voidRange },
    ...(mayAny(ctx.actor, 'codes.propose')
      ? codes.map(({ code }) => ({
          href: proposePath(code),
          text: fill(W.propose[lang], { code }),
        }))
      : []),
    publicPath !== null && { href: `${publicPath}?view=public`, text: W.publicPage },
  ]
}
