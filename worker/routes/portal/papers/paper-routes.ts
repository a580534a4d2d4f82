import type { PaperRow } from '../../../../db/queries/papers.ts'
import type { RecordFormModel } from '../../../../site/models/records.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import type { HandedIn } from '../../../verbs/papers/accept-paper.ts'
import { paperResponse } from '../paper-response.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { seeOther } from '../show-portal-page.ts'
import { handedIn, PAPER_FORM_BYTES, paperFile } from './paper-file.ts'

/** What the form of a paper says of the thing it belongs to. */
type PaperForm = Pick<RecordFormModel, 'title' | 'note' | 'save'> & {
  readonly label: string
  readonly hint: string
  /** What is asked beside the file. */
  readonly inputs?: RecordFormModel['inputs']
}

/** The routes of papers kept with a thing: handing one in, reading it, taking it out. */
export function paperRoutes<L>(of: {
  /** The address of the thing. */
  readonly path: `/portal/${string}`
  readonly may: { readonly write: Permission; readonly read: Permission }
  /** Opens the thing for whoever hands one in. */
  readonly load: (portal: Portal) => Promise<L>
  readonly values?: (loaded: L) => Readonly<Record<string, string>>
  /** The page of the thing, where its papers are listed. */
  readonly back: (loaded: L) => string
  readonly form: (loaded: L, lang: Portal['lang']) => PaperForm
  /** Keeps the paper that was handed in, and gives the address that shows it. */
  readonly add: (portal: Portal, given: { loaded: L; file: HandedIn }) => Promise<string>
  readonly open: (
    portal: Portal,
    paperId: string,
  ) => Promise<{ readonly row: Pick<PaperRow, 'fileName' | 'mediaType'>; bytes: Uint8Array }>
  /** Takes one out, and gives the address that shows it gone. */
  readonly withdraw: (portal: Portal, paperId: string) => Promise<string>
}): readonly PortalRoute[] {
  const { path, may, load, values, back, form: said, add, open, withdraw } = of
  return [
    ...recordForm({
      path: `${path}/papers/new`,
      may: may.write,
      maxBytes: PAPER_FORM_BYTES,
      load,
      ...(values === undefined ? {} : { values }),
      act: async (sent, loaded) => add(sent, { loaded, file: await handedIn(sent.form) }),
      back,
      done: (href) => href,
      page: ({ lang }, { loaded }) => {
        const { title, note, save, inputs = [], ...file } = said(loaded, lang)
        return { title, note, save, inputs, file: paperFile(file) }
      },
    }),
    {
      method: 'GET',
      path: `${path}/papers/:paper`,
      may: may.read,
      handle: async (portal) => {
        const { row, bytes } = await open(portal, portal.param('paper'))
        return paperResponse(row, bytes)
      },
    },
    {
      method: 'POST',
      path: `${path}/papers/:paper/withdraw`,
      may: may.write,
      handle: async (portal) => seeOther(portal, await withdraw(portal, portal.param('paper'))),
    },
  ]
}
