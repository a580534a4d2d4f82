import type { PageModel } from '../../../site/page-models.ts'
import { portalContentSecurityPolicy } from '../../http/headers.ts'
import { issuerOf } from '../../http/issuer-of.ts'
import type { Visit } from './portal-route.ts'

type PortalPageModel = Extract<PageModel, { portal: unknown }>
type OwnPart<M> = M extends PortalPageModel ? Omit<M, 'lang' | 'demo' | 'issuer' | 'portal'> : never

/** What a page of the portal has beside what every one has. */
export type PortalPagePart = OwnPart<PortalPageModel>

/** A page of the portal from its own part of the model; the shell's part is added to it. */
export async function showPortalPage(
  visit: Visit,
  part: PortalPagePart,
  status = 200,
): Promise<Response> {
  const { c, deps, lang, signedIn } = visit
  const page = await deps.pages.render({
    ...part,
    lang,
    demo: deps.demo,
    issuer: issuerOf(deps),
    portal: {
      path: new URL(c.req.url).pathname,
      keep: keptQuery(c.req.url),
      person:
        signedIn === null
          ? null
          : {
              name: signedIn.person.name,
              email: signedIn.person.email,
              role: signedIn.person.role,
              organisationName: signedIn.person.organisationName,
              unread: signedIn.unread,
              organisations: signedIn.organisations,
            },
    },
  } as PageModel)
  return c.body(page.html, status as 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': lang,
    'content-security-policy': portalContentSecurityPolicy(page.styleHash),
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    // Forms must say where they come from; addresses of the portal stay within it.
    'referrer-policy': 'same-origin',
    vary: 'Cookie, Accept-Language',
  })
}

/** What a change of language keeps of the address. */
function keptQuery(url: string): string {
  const query = new URL(url).searchParams
  query.delete('lang')
  return query.toString()
}

/** After a form was acted on: to a page that can be reloaded. */
export function seeOther(visit: Visit, path: string): Response {
  return visit.c.redirect(path, 303)
}
