import type { FormView } from '../../../site/models/portal-common.ts'
import type { Permission } from '../../domain/access/permissions.ts'
import { ONCE } from './act-once.ts'
import { freshForm, refusedForm, typedValues } from './form-view.ts'
import type { Portal, PortalRoute } from './portal-route.ts'
import { type PortalPagePart, seeOther, showPortalPage } from './show-portal-page.ts'
import { withHeadersOf } from './with-headers-of.ts'

/** A page with one form, described once: how it is opened, sent, refused and left. */
export type FormPage<L> = {
  readonly path: `/portal${string}`
  readonly may: Permission
  /** Most bytes of what is sent; small by default. */
  readonly maxBytes?: number
  /** Its layout carries no key of its own, for what it asks for is not what `actOnce` keeps. */
  readonly keyless?: true
  /** What the form is about. Throws where the person may not see it. */
  readonly load: (portal: Portal) => Promise<L>
  /** What it says before anything is typed. */
  readonly values: (loaded: L, portal: Portal) => Readonly<Record<string, string>>
  /**
   * What goes along unseen to tell of two editors the second; after a `conflict` it is that of what
   * stands now, so that whoever saves again means it.
   */
  readonly stamp?: (loaded: L) => Readonly<Record<string, string>>
  /**
   * What the form says where it was not sent to be acted on but to be asked more: another line. Null
   * where it was.
   */
  readonly again?: (
    texts: Readonly<Record<string, string>>,
  ) => Readonly<Record<string, string>> | null
  /** Acts on what was sent and gives the address that shows it done. */
  readonly act: (portal: Portal, loaded: L) => Promise<string>
  readonly page: (
    portal: Portal,
    shown: { readonly loaded: L; readonly form: FormView },
  ) => PortalPagePart | Promise<PortalPagePart>
}

/**
 * The two routes of a form. What was typed stays where it is refused, and where the session ended
 * (the router sees to that); after it was acted on they redirect, so that a reload repeats nothing.
 */
export function formRoute<L>(form: FormPage<L>): readonly PortalRoute[] {
  const { path, may, maxBytes } = form
  return [
    { method: 'GET', path, may, handle: (portal) => open(portal, form) },
    {
      method: 'POST',
      path,
      may,
      ...(maxBytes === undefined ? {} : { maxBytes }),
      handle: (portal) => send(portal, form),
    },
  ]
}

async function open<L>(portal: Portal, page: FormPage<L>): Promise<Response> {
  const loaded = await page.load(portal)
  const form = freshForm({
    ...page.values(loaded, portal),
    ...page.stamp?.(loaded),
    ...keyFor(portal, page),
  })
  return showPortalPage(portal, await page.page(portal, { loaded, form }))
}

async function send<L>(portal: Portal, page: FormPage<L>): Promise<Response> {
  const loaded = await page.load(portal)
  const again = page.again?.(typedValues(portal.form)) ?? null
  if (again !== null) {
    return showPortalPage(portal, await page.page(portal, { loaded, form: freshForm(again) }))
  }
  try {
    return seeOther(portal, await page.act(portal, loaded))
  } catch (error) {
    const { view, status } = refusedForm({ error, form: portal.form, lang: portal.lang })
    const stale = status === 409 && view.questions === undefined
    // Whoever sends it again means it, and means another one where one was made already.
    const now = stale
      ? { ...page.stamp?.(await page.load(portal)), ...keyFor(portal, page) }
      : undefined
    const form = { ...view, values: { ...view.values, ...now } }
    const shown = await page.page(portal, { loaded, form })
    return withHeadersOf(await showPortalPage(portal, shown, status), error)
  }
}

function keyFor<L>({ ctx }: Portal, { keyless }: FormPage<L>): Readonly<Record<string, string>> {
  return keyless === true ? {} : { [ONCE]: ctx.newId() }
}
