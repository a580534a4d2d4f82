import { LOGO_COPY as W } from '../../../copy/portal/label-logo.ts'
import { PHOTOS_COPY as P } from '../../../copy/portal/photos.ts'
import { startJob } from '../../../jobs/start-job.ts'
import { logoPicture } from '../../../lib/print/index.ts'
import { changeLogo, openLogo, removeLogo } from '../../../verbs/labels/logo/change-logo.ts'
import { MAX_PHOTO_BYTES } from '../../../verbs/papers/accept-photo.ts'
import { doneOf } from '../done-of.ts'
import { paperFile } from '../papers/paper-file.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { seeOther } from '../show-portal-page.ts'
import { fileOf } from '../sites/form-text.ts'

const PATH = '/portal/label-logo'
const may = 'labels.issue'
const FORM_BYTES = 64 * 1024

/** The logo on one's own labels. */
export const labelLogoRoutes: readonly PortalRoute[] = [
  ...recordForm({
    path: PATH,
    may,
    maxBytes: MAX_PHOTO_BYTES + FORM_BYTES,
    load: ({ ctx, person }) => openLogo(ctx, person.organisationId),
    back: '/portal/label-sizes',
    act: async ({ ctx, deps, form, person }) => {
      const { organisationId } = person
      const bytes = (await fileOf(form, 'file'))?.bytes ?? new Uint8Array()
      await startJob(deps, await changeLogo(ctx, { organisationId, bytes, files: deps.files }))
    },
    done: () => `${PATH}?done=saved`,
    page: (portal, { loaded: { logo, job } }) => {
      const { lang } = portal
      const troubled = job?.state === 'failed' ? (job.problem ?? null) : null
      const done = troubled === null ? doneOf(portal, { saved: W.saved, removed: W.removed }) : null
      return {
        title: W.title[lang],
        note: W.note[lang],
        done,
        save: W.save[lang],
        file: paperFile({
          label: W.file[lang],
          hint: W.fileHint[lang],
          accept: '.png,.jpg,.jpeg,.webp',
          maxBytes: MAX_PHOTO_BYTES,
          shrinking: {
            shrinking: P.shrinking[lang],
            shrunk: P.shrunk[lang],
            sending: P.sending[lang],
          },
        }),
        sections: [
          {
            id: 'now',
            title: W.now[lang],
            text:
              (troubled ?? (job?.state === 'open' ? W.making : logo === null ? W.none : null))?.[
                lang
              ] ?? '',
            ...(logo === null
              ? {}
              : {
                  picture: logoPicture(logo),
                  buttons: [{ action: `${PATH}/remove`, text: W.remove[lang] }],
                }),
          },
        ],
      }
    },
  }),
  { method: 'POST', path: `${PATH}/remove`, may, handle: remove },
]

async function remove(portal: Portal): Promise<Response> {
  await removeLogo(portal.ctx, portal.person.organisationId)
  return seeOther(portal, `${PATH}?done=removed`)
}
