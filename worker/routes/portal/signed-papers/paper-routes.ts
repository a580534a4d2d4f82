import type { PaperSubject, SignedPaperRow } from '../../../../db/queries/signed-papers.ts'
import type { Permission } from '../../../domain/access/permissions.ts'
import { openSignedPaper } from '../../../verbs/signed-papers/make-paper.ts'
import { paperResponse } from '../paper-response.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { seeOther } from '../show-portal-page.ts'

/** What making one needs of the installation. */
type Making = Pick<Portal['deps'], 'files' | 'origin'> & { readonly issuer: string }

/** The routes by which signed papers of a thing are made, and read again: the PDF, and what signs it. */
export function signedPaperRoutes(of: {
  /** The address of the thing, beneath which its papers stand. */
  readonly path: `/portal/${string}`
  /** Where one is made, if not beneath the thing itself. */
  readonly makePath?: `/portal/${string}`
  readonly may: { readonly make: Permission; readonly read: Permission }
  /** Makes one and gives the address that shows it made. */
  readonly make: (portal: Portal, making: Making) => Promise<string>
  /** Opens the thing for whoever reads its papers. */
  readonly open: (portal: Portal) => Promise<PaperSubject>
}): readonly PortalRoute[] {
  const { path, makePath = `${path}/papers`, may, make, open } = of
  const give = async (portal: Portal) => {
    const { param, ctx, deps } = portal
    const input = { ...(await open(portal)), id: param('paper') }
    return openSignedPaper({ ctx, files: deps.files, input })
  }
  return [
    {
      method: 'POST',
      path: makePath,
      may: may.make,
      handle: async (portal) => {
        const { files, origin, issuerName: issuer } = portal.deps
        return seeOther(portal, await make(portal, { files, origin, issuer }))
      },
    },
    {
      method: 'GET',
      path: `${path}/papers/:paper`,
      may: may.read,
      handle: async (portal) => asPdf(await give(portal)),
    },
    {
      method: 'GET',
      path: `${path}/papers/:paper/jws`,
      may: may.read,
      handle: async (portal) => asSignature((await give(portal)).row),
    },
  ]
}

type Paper = { readonly row: SignedPaperRow; readonly bytes: Uint8Array }

function asPdf({ row: { fileName }, bytes }: Paper): Response {
  return paperResponse({ fileName, mediaType: 'application/pdf' }, bytes)
}

/** The file beside it that signs it. */
function asSignature({ fileName, jws }: SignedPaperRow): Response {
  const text = new TextEncoder().encode(jws)
  return paperResponse({ fileName: `${fileName}.jws`, mediaType: 'application/jose' }, text)
}
