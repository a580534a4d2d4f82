import { type AnyJobKind, anyKind } from '../verbs/background/job-kind.ts'
import { makePictures } from '../verbs/diary/make-pictures.ts'
import { IMPORT_PREVIEW } from '../verbs/imports/background/import-preview.ts'
import { IMPORT_ROWS } from '../verbs/imports/background/import-rows.ts'
import { IMPORT_UNDO } from '../verbs/imports/background/import-undo.ts'
import { makeLabelFile } from '../verbs/labels/files/make-label-file.ts'
import { makeLogo } from '../verbs/labels/logo/make-logo.ts'
import { readBackPhoto } from '../verbs/labels/read-back/read-back-photo.ts'
import { makeSizes } from '../verbs/products/photos/make-sizes.ts'

export type JobKinds = ReadonlyMap<string, AnyJobKind>

/** Kinds by their names. */
export function kindsOf(...kinds: readonly AnyJobKind[]): JobKinds {
  return new Map(kinds.map((kind) => [kind.name, kind]))
}

/** Every kind of work that goes on after its request. A new one is a file of its own and a line here. */
export const JOB_KINDS: JobKinds = kindsOf(
  anyKind(IMPORT_PREVIEW),
  anyKind(IMPORT_ROWS),
  anyKind(IMPORT_UNDO),
  anyKind(makeSizes),
  anyKind(makePictures),
  anyKind(makeLabelFile),
  anyKind(makeLogo),
  anyKind(readBackPhoto),
)
