import type { Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { FINDING_SEVERITY_NAMES, FINDING_STATE_NAMES } from '../../../copy/portal/findings.ts'
import {
  INSPECTION_KIND_NAMES,
  INSPECTION_OUTCOME_NAMES,
  INSPECTIONS_COPY as W,
} from '../../../copy/portal/inspections.ts'
import { MINUTES_COPY } from '../../../copy/portal/minutes.ts'
import { pointText } from '../../../domain/inspections/answer-text.ts'
import { answeredGroups } from '../../../domain/inspections/answered-groups.ts'
import { saidIn } from '../../../domain/inspections/form/form.ts'
import {
  isDrawn,
  SIGNATURE_FIELD,
  type Signature,
  signaturePath,
} from '../../../domain/inspections/signature.ts'
import { escapeXml } from '../../../lib/text/escape-markup.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayAny } from '../../../verbs/guard/authorise.ts'
import { type ShownInspection, showInspection } from '../../../verbs/inspections/show-inspection.ts'
import { findingPath } from '../findings/finding-table.ts'
import { visitPath } from '../monitoring/paths.ts'
import type { Portal } from '../portal-route.ts'
import {
  type Links,
  type Notes,
  type Section,
  type Sections,
  showDetailPage,
} from '../show-detail-page.ts'
import { signedPaperSection } from '../signed-papers/paper-section.ts'
import { column, tableSection } from '../table-of.ts'
import { INSPECTIONS_PATH, inspectionPath } from './inspection-path.ts'

/** `GET /portal/inspections/{id}`: the minutes as both parties signed them. */
export async function showOneInspection(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const shown = await showInspection(ctx, param('id'))
  const { row, papers, isDesk } = shown
  const path = inspectionPath(row.id)
  return showDetailPage(portal, {
    title: row.siteName,
    code: row.code ?? undefined,
    back: { href: INSPECTIONS_PATH, text: W.title },
    done: { paperMade: W.paperMade, finished: MINUTES_COPY.finished },
    notes: notesOf(shown, lang),
    links: linksOf(shown),
    facts: factsOf(shown, lang),
    sections: [
      findingSection(shown, { lang, mayOpen: mayAny(ctx.actor, 'findings.read') }),
      ...answerSections(shown, lang),
      photoSection(shown, lang),
      ...signatureSections(shown, lang),
      signedPaperSection(papers, { lang, path, mayMake: isDesk }),
    ],
  })
}

function notesOf({ row }: ShownInspection, lang: Language): Notes {
  const notes: Note[] = []
  if (row.dayState === 'later') {
    const said = formatOn(row.saidOn, lang)
    notes.push({ kind: 'warning', text: fill(W.dayLater[lang], { said }) })
  } else if (row.dayState === 'unsure') {
    const at = formatAt(row.receivedAt, lang)
    notes.push({ kind: 'note', text: fill(W.dayUnsure[lang], { at }) })
  }
  if (row.secondOf !== null) notes.push({ kind: 'warning', text: W.secondNote[lang] })
  return notes
}

function linksOf({ row, visitId }: ShownInspection): Links {
  const { secondOf } = row
  return [
    secondOf !== null && { href: inspectionPath(secondOf), text: W.first },
    visitId !== null && { href: visitPath(visitId), text: W.visit },
  ]
}

function factsOf({ row, form, isDesk }: ShownInspection, lang: Language) {
  const title = saidIn(form.compiled.form.title, lang)
  const { latitude, longitude, accuracyM } = row
  const stood = latitude === null || longitude === null ? null : { latitude, longitude, accuracyM }
  return [
    { label: W.outcome, text: INSPECTION_OUTCOME_NAMES[row.outcome] },
    { label: W.conclusion, text: row.conclusion },
    { label: W.kind, text: INSPECTION_KIND_NAMES[row.kind] },
    { label: W.day, text: formatOn(row.inspectedOn, lang) },
    { label: W.holder, text: row.holder },
    { label: W.authority, text: row.authority },
    { label: W.receivedAt, text: formatAt(row.receivedAt, lang) },
    {
      label: W.version,
      text: form.version === null ? title : fill(W.versionText[lang], { title, n: form.version }),
    },
    isDesk && { label: W.position, text: stood === null ? null : pointText(stood, lang) },
  ]
}

function findingSection(
  { findings }: ShownInspection,
  { lang, mayOpen }: { readonly lang: Language; readonly mayOpen: boolean },
): Section {
  return tableSection('findings', findings, {
    title: W.findings,
    columns: [
      column(W.findings, ({ id, severity, text }) => ({
        text,
        href: mayOpen ? findingPath(id) : undefined,
        small: FINDING_SEVERITY_NAMES[severity],
      })),
      column(W.action, ({ action }) => action ?? ''),
      column(W.due, ({ dueOn }) => (dueOn === null ? '' : formatOn(dueOn, lang))),
      column(W.state, ({ state }) => FINDING_STATE_NAMES[state]),
    ],
    empty: W.noFindings,
  })
}

function answerSections({ row, form }: ShownInspection, lang: Language): Sections {
  const { answers, kind, saidOn: today } = row
  return answeredGroups(form.compiled, { answers, kind, today, lang }).map(
    ({ title, lines }, at) => ({
      id: `answers-${at + 1}`,
      title,
      facts: lines.map(({ label, text }) => ({ label, text: text ?? W.noAnswer })),
    }),
  )
}

/** Where photos were taken is for whoever inspects. */
function photoSection({ row, isDesk }: ShownInspection, lang: Language): Section {
  const { photos } = row
  const named = (at: number) => {
    const name = fill(W.photo[lang], { n: at + 1 })
    const isSheet = row.paperScans?.includes(photos[at]?.sha256 ?? '') === true
    return isSheet ? `${name} · ${MINUTES_COPY.scans[lang]}` : name
  }
  return {
    id: 'photos',
    title: W.photos,
    images: photos.map(({ sha256, width, height }, at) => ({
      ...{ url: `${inspectionPath(row.id)}/photos/${sha256}`, alt: named(at), width, height },
    })),
    table: {
      columns: [W.photos, W.taken, ...(isDesk ? [W.place] : [])].map((name) => ({
        name,
      })),
      rows: photos.map(({ takenAt, latitude, longitude }, at) => [
        { text: named(at) },
        { text: takenAt === null ? W.unknown : formatAt(takenAt, lang) },
        isDesk && {
          text:
            latitude === null || longitude === null
              ? W.unknown
              : pointText({ latitude, longitude }, lang),
        },
      ]),
      empty: W.noPhotos,
    },
  }
}

function signatureSections({ row }: ShownInspection, lang: Language): Sections {
  const { holderSignature, whyUnsigned, paperScans } = row
  const isOnPaper = paperScans !== null
  const section = (id: string, title: string, who: readonly (string | null)[]) => ({
    ...{ id, title },
    text: who.filter((part) => part !== null).join(', '),
  })
  const inspector = section('inspector', W.inspector[lang], [
    row.inspectorName,
    row.inspectorPosition,
  ])
  const holder = section('holder', W.holderPerson[lang], [row.holderName, row.holderPosition])
  return [
    isDrawn(row.inspectorSignature)
      ? { ...inspector, picture: drawn(row.inspectorSignature, signedBy(row.inspectorName, lang)) }
      : { ...inspector, after: MINUTES_COPY.onPaper },
    holderSignature !== null
      ? { ...holder, picture: drawn(holderSignature, signedBy(row.holderName, lang)) }
      : {
          ...holder,
          after:
            isOnPaper && whyUnsigned === null
              ? MINUTES_COPY.onPaper
              : fill(W.unsigned[lang], { why: whyUnsigned ?? '' }),
        },
  ]
}

const signedBy = (name: string, lang: Language) => fill(W.signature[lang], { name })

function drawn(signature: Signature, label: string): string {
  const { width, height } = SIGNATURE_FIELD
  return `<svg viewBox="0 0 ${width} ${height}" width="300" role="img" aria-label="${escapeXml(label)}"><path d="${signaturePath(signature)}" fill="none" stroke="currentColor" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
