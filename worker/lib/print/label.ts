import type { PrintLogo } from './print-logo.ts'

/** One printed label: a unit of a batch, or (serial 0) a copy of the label of the whole batch. */
export type PrintLabel = {
  readonly serial: number
  /** The full label URL, all of it in the QR alphanumeric set. */
  readonly url: string
  /** Digits under the scratch layer, where the labels of the run have a PIN. */
  readonly pin?: string
}

/** Labels in chunks of any size: what every maker of label files consumes. */
export type PrintLabels = AsyncIterable<readonly PrintLabel[]>

/** The profile of a label, which decides what its URL carries. */
export type PrintProfile = 'compact' | 'full' | 'gs1'

/** What all labels of one run have in common. */
export type PrintSubject = {
  readonly productName: string
  readonly producerName: string | null
  /** The producer's own; null where there is none. */
  readonly logo: PrintLogo | null
  /** The producer's own number of the batch, which people use. */
  readonly lot: string | null
  /** What one pack holds, as it is to be read: `250 g`. */
  readonly netContent: string | null
  readonly address: string | null
  readonly phone: string | null
  /** Commune and province of the producer. */
  readonly origin: string | null
  /** Stars of an OCOP certificate that held on the day of packing. */
  readonly ocopStars: number | null
  /** Geographical indication or collective mark that the product may carry. */
  readonly mark: string | null
  /** What readers in the market it goes to must find in their own language, a line each. */
  readonly abroad: readonly string[]
  /** Eight characters, ungrouped. */
  readonly ref: string
  readonly profile: PrintProfile
  readonly gtin: string | null
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
  /** ISO calendar date. */
  readonly packedOn: string
  /** ISO calendar date. */
  readonly expiresOn: string | null
  readonly kid: string
  /** True where each label has a PIN of its own: its room is kept, and it is printed there. */
  readonly hasPin: boolean
  /** Demo data: every label says so. */
  readonly demo: boolean
  /** A sheet to try the printer with: every label says that it is a sample. */
  readonly sample: boolean
}
