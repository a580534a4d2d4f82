import { readSite, type SiteRow } from '../../../db/queries/sites-rows.ts'
import { SITE } from '../../resources/site.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo, requirePermission } from '../guard/authorise.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/** A place the actor may read; `not_found` for one they may not even know of. */
export async function openSite(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  id: string,
): Promise<SiteRow> {
  const site = await readSite(ctx.db, id)
  if (site === null || !mayDo(ctx.actor, 'sites.read', targetOf(site))) throw noSuchSite()
  return site
}

/** A place the actor may change; refuses one that was taken back. */
export async function openSiteForWriting(
  ctx: Pick<VerbContext, 'db' | 'actor'>,
  id: string,
): Promise<SiteRow> {
  const site = await openSite(ctx, id)
  requirePermission(ctx, 'sites.write', targetOf(site))
  if (site.withdrawnAt !== null) {
    throw conflict({
      vi: `“${site.name}” đã được rút vì nhập nhầm; hãy khôi phục trước khi sửa.`,
      en: `“${site.name}” was taken back as entered by mistake; put it back before changing it.`,
      zh: `“${site.name}”因误录已撤回，请先恢复再修改。`,
    })
  }
  return site
}

export function noSuchSite() {
  return notFound(SITE.noun)
}

/** Somebody else saved the same place in between. */
export function siteChanged() {
  return conflict({
    vi: 'Người khác vừa sửa thông tin này. Phần bạn gõ vẫn còn bên dưới; hãy mở lại trang để xem bản mới rồi ghi lại.',
    en: 'Somebody else has just changed this. What you typed is still below; open the page again to see the new version, then save.',
    zh: '他人刚刚修改了此信息。您输入的内容仍在下方；请重新打开页面查看最新内容后再保存。',
  })
}
