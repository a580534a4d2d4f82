import type { DiaryPicture, DiaryRow } from '../../../db/queries/batch-source-rows.ts'
import { diaryKind, isDiaryKind } from '../../copy/diary.ts'
import { formatOn } from '../../copy/format.ts'
import {
  publicDetails,
  publicValues,
  withoutPersonalNumbers,
} from '../../domain/diary/public-details.ts'
import type { Entry } from '../../domain/diary/versions.ts'
import { mediaAddress } from '../../domain/products/media-address.ts'
import { imageFor } from '../../domain/products/product-images.ts'
import type { DiaryView, EarlierDiaryView, ImageView } from '../../domain/standing/provenance.ts'
import { publicDeclarer, publicVerifier } from './public-names.ts'

/** An entry as anybody may see it. */
export function toDiaryView({ shown, earlier, takenBackBy }: Entry<DiaryRow>): DiaryView {
  const reason = takenBackBy === null ? shown.reason : takenBackBy.reason
  return {
    ...toWords(shown),
    photos: [...shown.photos, ...picturesOf(shown)],
    declaredBy: publicDeclarer(shown),
    verifiedBy: publicVerifier(shown),
    earlier: earlier.map(toWords),
    reason: reason === null ? null : withoutPersonalNumbers(reason),
    takenBackAt: takenBackBy === null ? null : new Date(takenBackBy.recordedAt).toISOString(),
    ...writtenOf(shown),
  }
}

function toWords(row: DiaryRow): EarlierDiaryView {
  return {
    id: row.id,
    kind: row.kind,
    occurredOn: row.occurredOn,
    recordedAt: new Date(row.recordedAt).toISOString(),
    summary: withoutPersonalNumbers(row.summary),
    details: publicDetails(row.details),
  }
}

/** What is known of how an entry came to be; nothing is said where nothing is known. */
function writtenOf(row: DiaryRow) {
  const { entered, householdCount, madeAt, clockOffsetMs } = row
  return {
    ...(entered === null || !isDiaryKind(row.kind) ? {} : { entered: publicValues(entered) }),
    ...(householdCount ? { households: householdCount } : {}),
    ...(madeAt === null ? {} : { madeAt: new Date(madeAt + (clockOffsetMs ?? 0)).toISOString() }),
    ...(row.onBehalfOf === null ? {} : { isOnBehalf: true }),
  }
}

/** Each photo once, at the size of a page. */
function picturesOf({ pictures, kind, occurredOn }: DiaryRow): ImageView[] {
  const byPhoto = Map.groupBy(pictures ?? [], ({ position }) => position)
  const alt = `${diaryKind(kind, 'vi').name}, ${formatOn(occurredOn, 'vi')}`
  return [...byPhoto]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, made]) => {
      const [whole, ...sizes] = made.toSorted((a, b) => b.width - a.width).map(toSize)
      return whole === undefined ? [] : [imageFor({ ...whole, alt, sizes }, 'page')]
    })
}

function toSize(picture: DiaryPicture) {
  const { width, height } = picture
  return { url: mediaAddress(picture), width, height }
}
