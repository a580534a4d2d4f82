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
import { formInputs } from '../../../resources/form.ts'
import {
  answerFinding,
  closeFinding,
  returnFinding,
  tellFinding,
} from '../../../verbs/findings/act-on-finding.ts'
import { type OpenedFinding, openFinding } from '../../../verbs/findings/open-finding.ts'
import { type HandedIn, MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import type { Texts } from '../../../verbs/records/save-record.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
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

const MEBIBYTE = 1024 * 1024
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
  return formRoute({
    path: `/portal/findings/:id/${name}`,
    may,
    ...(takesFiles ? { maxBytes: PROOF_BYTES } : {}),
    load: (portal) => openFinding(portal.ctx, portal.param('id'), may),
    values: (opened) => given.values?.(opened) ?? {},
    stamp: ({ row }) => ({ expected: String(row.version) }),
    act: async (portal, { row: { id } }) => {
      const texts = typedValues(portal.form)
      const proof = takesFiles ? await filesOf(portal.form, 'file') : []
      const { files } = portal.deps
      await actOnce(portal, (ctx) => act({ ctx, files, input: { id, texts, proof } }))
      return `${findingPath(id)}?done=${done}`
    },
    page: ({ lang }, { loaded: { row }, form }) => ({
      kind: 'portal/record',
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
      id: null,
      action: `${findingPath(row.id)}/${name}`,
      backHref: findingPath(row.id),
      save: title[lang],
      inputs: formInputs(fields, { lang }),
      ...(takesFiles
        ? {
            file: {
              ...{ name: 'file', label: W.proof[lang], hint: W.photosHint[lang] },
              ...{ accept: '.jpg,.jpeg,.png,.webp,.pdf', maxMb: MAX_PAPER_BYTES / MEBIBYTE },
              ...{ multiple: true, isOptional: true },
            },
          }
        : {}),
      form,
    }),
  })
})
