import { CASES_COPY as W } from '../../../copy/portal/cases.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { EVIDENCE_TITLE } from '../../../resources/case.ts'
import { inputOf } from '../../../resources/resource.ts'
import { addEvidence, type EvidenceOwner, openEvidence } from '../../../verbs/evidence/evidence.ts'
import { parseInput } from '../../../verbs/guard/parse-input.ts'
import { paperResponse } from '../paper-response.ts'
import { handedIn, PAPER_FORM_BYTES, PHOTO_OR_PDF, paperFile } from '../papers/paper-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'

type Opened = {
  readonly owner: EvidenceOwner
  readonly title: string
  readonly byHolder?: boolean
  /** What is given out instead of the bytes as they came. */
  readonly served?: (row: { readonly mediaType: string }, bytes: Uint8Array) => Uint8Array
}

/** The routes by which files are sealed into a thing and read again. */
export function evidenceRoutes(of: {
  readonly path: `/portal/${string}`
  readonly may: { readonly add: Permission; readonly read: Permission }
  readonly note: LocalText
  /** Opens the thing for whoever adds to it or reads it. */
  readonly open: (portal: Portal, to: 'add' | 'read') => Promise<Opened>
}): readonly PortalRoute[] {
  const { path, may, open, note } = of
  const pathOf = (id: string) => path.replace(':id', encodeURIComponent(id))
  return [
    ...recordForm({
      path: `${path}/evidence/new`,
      may: may.add,
      maxBytes: PAPER_FORM_BYTES,
      load: (portal) => open(portal, 'add'),
      asks: EVIDENCE_TITLE,
      back: ({ owner }) => pathOf(owner.entityId),
      once: async ({ ctx, deps: { files }, form, texts }, { owner, byHolder = false }) => {
        const { title } = parseInput(inputOf(EVIDENCE_TITLE), texts)
        const input = { title, ...(await handedIn(form)), byHolder }
        return addEvidence({ ctx, files, owner, input })
      },
      done: 'evidenceAdded',
      page: ({ lang }, { loaded: { title } }) => ({
        title: `${W.addEvidence[lang]}: ${title}`,
        note: note[lang],
        save: W.addEvidence[lang],
        file: paperFile({ label: W.evidenceFile[lang], hint: '', accept: PHOTO_OR_PDF }),
      }),
    }),
    {
      method: 'GET',
      path: `${path}/evidence/:evidenceId`,
      may: may.read,
      handle: async (portal) => {
        const { owner, served } = await open(portal, 'read')
        const input = { id: portal.param('evidenceId') }
        const { files } = portal.deps
        const { row, bytes } = await openEvidence({ ctx: portal.ctx, files, owner, input })
        return paperResponse(row, served?.(row, bytes) ?? bytes)
      },
    },
  ]
}
