import { fill } from '../../../copy/fill.ts'
import { FINDINGS_COPY as W } from '../../../copy/portal/findings.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import {
  FINDING_ANSWER,
  FINDING_CLOSING,
  FINDING_RETURN,
  FINDING_TELLING,
} from '../../../resources/finding.ts'
import {
  answerFinding,
  closeFinding,
  returnFinding,
  tellFinding,
} from '../../../verbs/findings/act-on-finding.ts'
import { type OpenedFinding, openFinding } from '../../../verbs/findings/open-finding.ts'
import { type HandedIn, MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import type { Texts } from '../../../verbs/records/save-record.ts'
import { PHOTO_OR_PDF, paperFile } from '../papers/paper-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { filesOf } from '../sites/form-text.ts'
import { findingPath } from './finding-table.ts'

type ActForm = {
  readonly name: string
  readonly may: Permission
  readonly title: LocalText
  readonly fields: { readonly fields: object }
  readonly act: (asked: {
    ctx: Portal['ctx']
    files: Portal['deps']['files']
    input: { id: string; texts: Texts; proof: readonly HandedIn[] }
  }) => Promise<{ id: string }>
  /** True where what proves it may be handed in with it. */
  readonly takesFiles?: boolean
  readonly done: string
  readonly values?: (opened: OpenedFinding) => Record<string, string>
}

/** A few photos of a telephone at once. */
const PROOF_BYTES = 4 * MAX_PAPER_BYTES

const FORMS: readonly ActForm[] = [
  {
    ...{ name: 'tell', may: 'findings.write', title: W.tell, fields: FINDING_TELLING },
    ...{ act: tellFinding, done: 'told' },
    values: ({ row }) => ({ action: row.action ?? '', dueOn: row.dueOn ?? '' }),
  },
  {
    ...{ name: 'answer', may: 'findings.answer', title: W.answer, fields: FINDING_ANSWER },
    ...{ act: answerFinding, done: 'answered', takesFiles: true },
  },
  {
    ...{ name: 'return', may: 'findings.write', title: W.return, fields: FINDING_RETURN },
    ...{ act: returnFinding, done: 'returned' },
  },
  {
    ...{ name: 'close', may: 'findings.write', title: W.close, fields: FINDING_CLOSING },
    ...{ act: closeFinding, done: 'closed' },
    values: ({ row }) => ({ outcome: row.state === 'answered' ? 'mended' : '' }),
  },
]

/** The forms by which a finding moves on, one path each. */
export const findingActForms: readonly PortalRoute[] = FORMS.flatMap((given) => {
  const { name, may, title, fields, act, done, takesFiles = false } = given
  return recordForm({
    path: `/portal/findings/:id/${name}`,
    may,
    ...(takesFiles ? { maxBytes: PROOF_BYTES } : {}),
    load: (portal) => openFinding(portal.ctx, portal.param('id'), may),
    values: (opened) => given.values?.(opened) ?? {},
    stamp: ({ row }) => ({ expected: String(row.version) }),
    asks: fields,
    back: ({ row }) => findingPath(row.id),
    once: async ({ ctx, deps: { files }, form, texts }, { row: { id } }) => {
      const proof = takesFiles ? await filesOf(form, 'file') : []
      return act({ ctx, files, input: { id, texts, proof } })
    },
    done,
    page: ({ lang }, { loaded: { row } }) => ({
      title:
        name === 'tell'
          ? fill(W.tellTitle[lang], { holder: row.holder ?? W.noHolder[lang] })
          : title[lang],
      facts: [
        { label: W.about[lang], text: row.shown },
        { label: W.what[lang], text: row.text },
        ...(row.action === null ? [] : [{ label: W.action[lang], text: row.action }]),
        ...(row.answer === null ? [] : [{ label: W.answeredAt[lang], text: row.answer }]),
      ],
      save: title[lang],
      ...(takesFiles
        ? {
            file: paperFile({
              ...{ label: W.proof[lang], hint: W.photosHint[lang], accept: PHOTO_OR_PDF },
              ...{ multiple: true, isOptional: true },
            }),
          }
        : {}),
    }),
  })
})
