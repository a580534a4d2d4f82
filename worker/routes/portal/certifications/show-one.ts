import type { PaperRow } from '../../../../db/queries/papers.ts'
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
import type { Portal } from '../portal-route.ts'
import { marketSection } from '../residues/market-section.ts'
import { type Links, type Notes, type Section, showDetailPage } from '../show-detail-page.ts'
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
  return showDetailPage(portal, {
    title: certificationName(row),
    back: { href: '/portal/certifications', text: W.title },
    done: DONE,
    notes: notesOf(shown, lang),
    links: linksOf(shown),
    buttons: [
      shown.mayDecide && { action: `${path}/confirm?version=${row.version}`, text: W.confirm },
    ],
    facts: [
      { label: W.owner, text: shown.holder.name },
      { label: W.about, text: aboutOf(row, lang) },
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
    { label: W.state, text: CERTIFICATION_STATE_NAMES[standing] },
    {
      label: W.declared,
      text: declaredAt === null ? W.recorded : formatOn(vietnamDateOf(declaredAt), lang),
    },
    decided !== null && { label: state === 'refused' ? W.refusedBy : W.confirmedBy, text: decided },
    reason !== null && { label: W.reason, text: reason },
    revokedOn !== null && { label: W.revokedOn, text: formatOn(revokedOn, lang) },
  ]
}

function notesOf({ row, standing, papers }: Shown, lang: Language): Notes {
  const reason = row.reason ?? ''
  switch (standing) {
    case 'declared':
      return [
        { kind: 'note', text: W.noteDeclared },
        papers.length === 0 && { kind: 'warning', text: W.noteNoPaper },
      ]
    case 'refused':
      return [{ kind: 'error', text: fill(W.noteRefused[lang], { reason }) }]
    case 'expired':
      return [{ kind: 'warning', text: W.noteExpired }]
    case 'withdrawn':
      return [{ kind: 'error', text: fill(W.noteWithdrawn[lang], { reason }) }]
    case 'confirmed':
      return []
  }
}

function linksOf({ row, mayDecide, mayChange, mayWithdraw }: Shown): Links {
  const path = certificationPath(row.id)
  return [
    mayDecide && { href: `${path}/refuse`, text: W.refuse },
    ...(mayChange
      ? [
          { href: `${path}/papers/new`, text: W.addPaper },
          { href: `${path}/edit`, text: row.state === 'refused' ? W.mend : W.edit },
        ]
      : []),
    mayWithdraw && { href: `${path}/withdraw`, text: W.withdraw },
  ]
}

function papersSection(shown: Shown, lang: Language): Section {
  const { row, papers, mayChange: mayTakeOut } = shown
  const path = certificationPath(row.id)
  return {
    id: 'papers',
    title: W.papers,
    table: {
      columns: [W.paper, W.handedIn, ...(mayTakeOut ? [W.takeOut] : [])].map((name) => ({
        name,
      })),
      rows: papers.map(({ id, fileName, createdAt }) => {
        const href = `${path}/papers/${encodeURIComponent(id)}`
        const button = { action: `${href}/withdraw`, text: W.takeOut[lang] }
        return [
          { text: fileName, href },
          { text: formatOn(vietnamDateOf(createdAt), lang) },
          mayTakeOut && { text: '', button },
        ]
      }),
      empty: W.noteNoPaper,
    },
  }
}
