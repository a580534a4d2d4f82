import { expect } from 'vitest'
import { siteCrop } from '../../../db/schema/index.ts'
import type { PageModel } from '../../../site/page-models.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeSite } from '../../support/factories.ts'
import { publicApp } from '../public/support.ts'

/** The whole application over a new register, keeping the models of the pages it showed. */
export async function registerApp() {
  const { db } = await freshDatabase()
  const models: PageModel[] = []
  const pages = {
    render: async (model: PageModel) => {
      models.push(model)
      return { html: model.kind, styleHash: 'sha256-test' }
    },
  }
  const app = publicApp(db, { pages })
  const open = async <K extends PageModel['kind']>(path: string, kind: K) => {
    const response = await app.ask(path)
    expect(response.status).toBe(200)
    const model = models.at(-1)
    if (model?.kind !== kind) throw new Error(`${path} showed ${model?.kind}`)
    return model as Extract<PageModel, { kind: K }>
  }
  return { ...app, db, ctx: makeContext(db), open }
}

/** A growing area with a crop, a place and a point. */
export async function mangoArea(
  ctx: ReturnType<typeof makeContext>,
  name = 'Vùng xoài Cù Lao Giêng',
) {
  const names = { communeName: 'Xã Cù Lao Giêng', provinceName: 'An Giang', provinceCode: '91' }
  const place = await makeSite(ctx, {
    name,
    lat: 10.534_567,
    lng: 105.412_345,
    areaHa: 12.5,
    ...names,
  })
  const crop = { crop: 'Xoài', cropFolded: 'xoai', plantedAreaHa: 10 }
  await ctx.db.insert(siteCrop).values({ siteId: place.id, ...crop })
  return place
}
