import type { Context } from 'hono'
import type { PageModel } from '../../../site/page-models.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { contentSecurityPolicy } from '../../http/headers.ts'
import { issuerOf } from '../../http/issuer-of.ts'

type OwnPart<M> = M extends PageModel ? Omit<M, 'lang' | 'demo' | 'issuer'> : never

/** A page from its own part of the model: language, demonstration and issuer are added to it. */
export async function showPage(c: Context<AppEnv>, part: OwnPart<PageModel>): Promise<Response> {
  const { deps, language } = c.var
  const page = await deps.pages.render({
    ...part,
    lang: language,
    demo: deps.demo,
    issuer: issuerOf(deps),
    origin: deps.origin,
  } as PageModel)
  return c.body(page.html, 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    'content-security-policy': contentSecurityPolicy(page.styleHash),
    'cache-control': 'private, no-store',
    vary: 'Accept, Accept-Language',
  })
}
