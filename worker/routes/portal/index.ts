import { type Context, Hono } from 'hono'
import type { SignedIn } from '../../http/accounts/accounts.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { requireAny } from '../../verbs/guard/authorise.ts'
import { accountRoutes } from './account/index.ts'
import { applicationRoutes } from './applications/index.ts'
import { auditRoutes } from './audit/index.ts'
import { batchRoutes } from './batches/index.ts'
import { calendarRoutes } from './calendar/index.ts'
import { caseRoutes } from './cases/index.ts'
import { certificateRoutes } from './certificates/index.ts'
import { certificationRoutes } from './certifications/index.ts'
import { codeUseRoutes } from './code-use/index.ts'
import { codeRoutes } from './codes/index.ts'
import { copyRoutes } from './copies/index.ts'
import { diaryRoutes } from './diary/index.ts'
import { findingRoutes } from './findings/index.ts'
import { foreignNoticeRoutes } from './foreign-notices/index.ts'
import { helpRoutes } from './help/index.ts'
import { homeRoutes } from './home/index.ts'
import { unknownPathRoutes } from './home/unknown-path.ts'
import { importRoutes } from './imports/index.ts'
import { inspectionFormRoutes } from './inspection-forms/index.ts'
import { inspectionRoutes } from './inspections/index.ts'
import { labelCheckRoutes } from './label-checks/index.ts'
import { labelLogoRoutes } from './label-logo/index.ts'
import { labelSizeRoutes } from './label-sizes/index.ts'
import { labelRoutes } from './labels/index.ts'
import { mapRoutes } from './map/index.ts'
import { markDesk } from './mark-desk.ts'
import { marketRuleRoutes } from './market-rules/index.ts'
import { membershipRoutes } from './memberships/index.ts'
import { ministryListRoutes } from './ministry-lists/index.ts'
import { minutesRoutes } from './minutes/index.ts'
import { monitoringRoutes } from './monitoring/index.ts'
import { myCodeRoutes } from './my-codes/index.ts'
import { patternRoutes } from './patterns/index.ts'
import { portalLanguage } from './portal-language.ts'
import type { Portal, PortalRoute, Visit } from './portal-route.ts'
import { productRoutes } from './products/index.ts'
import { proposalRoutes } from './proposals/index.ts'
import { protectionRoutes } from './protection/index.ts'
import { purchaseRoutes } from './purchases/index.ts'
import { readForm } from './read-form.ts'
import { recallRoutes } from './recalls/index.ts'
import { refuseForeignForm } from './refuse-foreign-form.ts'
import { reportRoutes } from './reports/index.ts'
import { residueRoutes } from './residues/index.ts'
import { retailRoutes } from './retail/index.ts'
import { scanRoutes } from './scan/index.ts'
import { seasonRoutes } from './seasons/index.ts'
import { showPortalProblem } from './show-portal-problem.ts'
import { showSignIn } from './show-sign-in.ts'
import { siteRoutes } from './sites/index.ts'
import { startRoutes } from './start/index.ts'
import { stockRoutes } from './stock/index.ts'
import { storyRoutes } from './story/index.ts'
import { tokenRoutes } from './tokens/index.ts'

/** Every route of the portal with who may call it; the walk of all roles reads this list. */
export const PORTAL_ROUTES: readonly PortalRoute[] = [
  ...accountRoutes,
  ...homeRoutes,
  ...helpRoutes,
  ...siteRoutes,
  ...mapRoutes,
  ...startRoutes,
  ...productRoutes,
  ...batchRoutes,
  ...labelRoutes,
  ...labelSizeRoutes,
  ...labelLogoRoutes,
  ...storyRoutes,
  ...recallRoutes,
  ...reportRoutes,
  ...scanRoutes,
  ...monitoringRoutes,
  ...applicationRoutes,
  ...ministryListRoutes,
  ...labelCheckRoutes,
  ...caseRoutes,
  ...foreignNoticeRoutes,
  ...proposalRoutes,
  ...findingRoutes,
  // Before the minutes, whose ids stand in the same place.
  ...minutesRoutes,
  ...inspectionRoutes,
  ...inspectionFormRoutes,
  ...retailRoutes,
  ...certificationRoutes,
  // Some paths of theirs stand where a code would.
  ...certificateRoutes,
  ...codeRoutes,
  ...membershipRoutes,
  ...codeUseRoutes,
  ...myCodeRoutes,
  ...purchaseRoutes,
  ...patternRoutes,
  // Before the pages of single entries, whose ids stand in the same place.
  ...stockRoutes,
  ...copyRoutes,
  ...diaryRoutes,
  ...seasonRoutes,
  ...residueRoutes,
  ...marketRuleRoutes,
  ...calendarRoutes,
  ...protectionRoutes,
  ...importRoutes,
  ...auditRoutes,
  ...tokenRoutes,
  // Last: whatever no other route took.
  ...unknownPathRoutes,
]

/** The portal of producers, inspectors and officers. Deny by default: see `PortalRoute.may`. */
export function portalRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ strict: false })
  for (const route of PORTAL_ROUTES) {
    app.on(route.method, [route.path], (c) => answer(c, route))
  }
  app.all('/api/auth/*', (c) => c.var.deps.accounts.handle(c.req.raw))
  return app
}

async function answer(c: Context<AppEnv>, route: PortalRoute): Promise<Response> {
  const { deps } = c.var
  const lang = portalLanguage(c)
  let signedIn: SignedIn | null = null
  try {
    if (route.method === 'POST') refuseForeignForm(c)
    signedIn = await deps.accounts.signedIn(c.req.raw.headers)
    for (const cookie of signedIn?.renewedCookies ?? []) {
      c.header('set-cookie', cookie, { append: true })
    }
    const visit: Visit = { c, deps, lang, signedIn }
    markDesk(visit)
    if (route.may === 'anyone') return await route.handle(visit)
    if (signedIn !== null) requireAny({ actor: signedIn.person }, route.may)
    // Whoever never signed in here has no file to hand in: nothing large is read for them.
    const known = signedIn !== null || deps.accounts.wasSignedIn(c.req.raw.headers)
    const maxBytes = known ? route.maxBytes : undefined
    const form =
      route.method === 'POST' ? await readForm(c, maxBytes, route.tooLarge) : new FormData()
    // What was typed before the session ended goes along through the sign-in.
    if (signedIn === null) return await showSignIn(visit, { form })
    const { person } = signedIn
    const { now, newId, giveWay, labelOrigin, kek } = deps
    const ctx: Portal['ctx'] = {
      ...{ db: deps.db(), actor: person, source: 'portal' as const },
      ...{ now, newId, giveWay, labelOrigin, kek },
    }
    const param = (name: string) => c.req.param(name) ?? ''
    return await route.handle({ ...visit, signedIn, person, ctx, form, param })
  } catch (error) {
    return showPortalProblem({ c, deps, lang, signedIn }, error)
  }
}
