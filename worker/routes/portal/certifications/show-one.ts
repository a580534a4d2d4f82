import type { PaperRow } from '../../../../db/queries/papers.ts'
import type { DetailSection, Link, Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { CERTIFICATION_STATE_NAMES } from '../../../copy/portal/certification.ts'
import { certificationName } from '../../../copy/portal/certification-messages.ts'
import { CERTIFICATIONS_COPY as W } from '../../../copy/portal/certifications.ts'
import {
  certificationOn,
  type StandingOfCertification,
} from '../../../domain/certifications/standing.ts'
import type { MarketVerdict } from '../../../domain/residues/judge-residues.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { fieldsOfKind } from '../../../resources/certification.ts'
import { factsOf } from '../../../resources/resource.ts'
import { papersOf } from '../../../verbs/certifications/certification-papers.ts'
import { judgeTest } from '../../../verbs/certifications/judge-test.ts'
import {
  mayConfirmFor,
  type OpenedCertification,
  openCertification,
} from '../../../verbs/certifications/open-certification.ts'
import { whyNotChange, whyNotWithdraw } from '../../../verbs/certifications/require-open.ts'
import { mayDo } from '../../../verbs/guard/authorise.ts'
import { doneOf } from '../done-of.ts'
import type { Portal } from '../portal-route.ts'
import { marketSection } from '../residues/market-section.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { aboutOf, certificationPath } from './certification-table.ts'

type Shown = OpenedCertification & {
  readonly standing: StandingOfCertification
  readonly papers: readonly PaperRow[]
  /** Of a test: what its result means for the markets of its batch. */
  readonly judged: readonly MarketVerdict[]
  readonly mayDecide: boolean
  readonly mayChange: boolean
  readonly mayWithdraw: boolean
}

const { created, saved, same, confirmed, refused, withdrawn, paperAdded, paperOut } = W
const DONE = { created, saved, same, confirmed, refused, withdrawn, paperAdded, paperOut }

/** `GET /portal/certifications/{id}`. */
export async function showOneCertification(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const opened = await openCertification(ctx, param('id'), 'batches.read')
  const { row, target } = opened
  const mayDeclare = mayDo(ctx.actor, 'certificates.declare', target)
  const shown = {
    ...opened,
    standing: certificationOn(row, vietnamDateOf(ctx.now())),
    papers: await papersOf(ctx, opened),
    judged: row.kind === 'lab_test' ? await judgeTest(ctx, opened) : [],
    mayDecide: row.state === 'declared' && mayConfirmFor(ctx, target),
    mayChange: mayDeclare && whyNotChange(ctx, opened) === null,
    mayWithdraw: mayDeclare && whyNotWithdraw(ctx, opened) === null,
  }
  const path = certificationPath(row.id)
  return showPortalPage(portal, {
    kind: 'portal/detail',
    title: certificationName(row)[lang],
    back: { href: '/portal/certifications', text: W.title[lang] },
    done: doneOf(portal, DONE),
    notes: notesOf(shown, lang),
    links: linksOf(shown, lang),
    buttons: shown.mayDecide
      ? [{ action: `${path}/confirm?version=${row.version}`, text: W.confirm[lang] }]
      : [],
    facts: [
      { label: W.owner[lang], text: shown.holder.name },
      { label: W.about[lang], text: aboutOf(row, lang) },
      ...wordOf(shown, lang),
      ...factsOf(fieldsOfKind(row.kind), {
        row,
        lang,
        without: ['organisationId', 'productId', 'siteId', 'batchId'],
      }),
    ],
    sections: [
      ...shown.judged.map((each) => marketSection(each, lang)),
      papersSection(shown, lang),
    ],
  })
}

/** Where it stands, and whose word it is. */
function wordOf({ row, standing }: Shown, lang: Language) {
  const { declaredAt, decidedAt, authority, state, reason, revokedOn } = row
  const decided =
    decidedAt === null
      ? null
      : fill(W.byOn[lang], {
          name: authority ?? W.officer[lang],
          date: formatOn(vietnamDateOf(decidedAt), lang),
        })
  return [
    { label: W.state[lang], text: CERTIFICATION_STATE_NAMES[standing][lang] },
    {
      label: W.declared[lang],
      text: declaredAt === null ? W.recorded[lang] : formatOn(vietnamDateOf(declaredAt), lang),
    },
    ...(decided === null
      ? []
      : [{ label: (state === 'refused' ? W.refusedBy : W.confirmedBy)[lang], text: decided }]),
    ...(reason === null ? [] : [{ label: W.reason[lang], text: reason }]),
    ...(revokedOn === null ? [] : [{ label: W.revokedOn[lang], text: formatOn(revokedOn, lang) }]),
  ]
}

function notesOf({ row, standing, papers }: Shown, lang: Language): Note[] {
  const reason = row.reason ?? ''
  switch (standing) {
    case 'declared':
      return [
        { kind: 'note', text: W.noteDeclared[lang] },
        ...(papers.length === 0 ? [{ kind: 'warning' as const, text: W.noteNoPaper[lang] }] : []),
      ]
    case 'refused':
      return [{ kind: 'error', text: fill(W.noteRefused[lang], { reason }) }]
    case 'expired':
      return [{ kind: 'warning', text: W.noteExpired[lang] }]
    case 'withdrawn':
      return [{ kind: 'error', text: fill(W.noteWithdrawn[lang], { reason }) }]
    case 'confirmed':
      return []
  }
}

function linksOf({ row, mayDecide, mayChange, mayWithdraw }: Shown, lang: Language): Link[] {
  const path = certificationPath(row.id)
  return [
    ...(mayDecide ? [{ href: `${path}/refuse`, text: W.refuse[lang] }] : []),
    ...(mayChange
      ? [
          { href: `${path}/papers/new`, text: W.addPaper[lang] },
          { href: `${path}/edit`, text: (row.state === 'refused' ? W.mend : W.edit)[lang] },
        ]
      : []),
    ...(mayWithdraw ? [{ href: `${path}/withdraw`, text: W.withdraw[lang] }] : []),
  ]
}

function papersSection(shown: Shown, lang: Language): DetailSection {
  const { row, papers, mayChange: mayTakeOut } = shown
  const path = certificationPath(row.id)
  return {
    id: 'papers',
    title: W.papers[lang],
    table: {
      columns: [W.paper, W.handedIn, ...(mayTakeOut ? [W.takeOut] : [])].map((name) => ({
        name: name[lang],
      })),
      rows: papers.map(({ id, fileName, createdAt }) => {
        const href = `${path}/papers/${encodeURIComponent(id)}`
        const button = { action: `${href}/withdraw`, text: W.takeOut[lang] }
        return [
          { text: fileName, href },
          { text: formatOn(vietnamDateOf(createdAt), lang) },
          ...(mayTakeOut ? [{ text: '', button }] : []),
        ]
      }),
      empty: W.noteNoPaper[lang],
    },
  }
}
