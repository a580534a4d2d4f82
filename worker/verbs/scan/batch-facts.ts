import type { BatchFactsRow } from '../../../db/queries/batch-facts.ts'
import type { BatchDocument } from '../../domain/standing/batch-document.ts'
import type {
  CodeFacts,
  CodeStatus,
  ExceptionFacts,
  ExceptionKind,
  RunFacts,
  StandingFacts,
  StatusEvent,
} from '../../domain/standing/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** What a scan knows of a batch, parsed once per change and shared by every label of it. */
export type BatchFacts = {
  /** Differs whenever anything in it differs: the key of all that is derived from it. */
  readonly version: number
  readonly texts: Omit<BatchFactsRow, 'scans'>
  readonly document: BatchDocument
  readonly codes: readonly CodeFacts[]
  readonly runs: readonly RunFacts[]
  readonly exceptions: readonly ExceptionFacts[]
  /** When labels of units were found suspect of copying, by what their serial is counted in and serial. */
  readonly suspects: ReadonlyMap<string, number>
}

let versions = 0

/** Parses a row; the same texts as `previous` give `previous` back, so nothing derived is made twice. */
export function toBatchFacts(row: BatchFactsRow, previous: BatchFacts | null): BatchFacts {
  const { scans: _, ...texts } = row
  if (previous !== null && sameTexts(previous.texts, texts)) return previous
  const document = JSON.parse(row.document) as BatchDocument
  const events = parseRows(row.events).map(toStatusEvent)
  return {
    version: ++versions,
    texts,
    document,
    codes: document.codes.map((code) => ({
      ...code,
      events: events.filter((event) => event.code === code.code),
    })),
    runs: parseRows(row.runs).map(toRun),
    exceptions: parseRows(row.exceptions).map(toException),
    suspects: new Map(
      parseRows(row.suspects).map(([space, serial, at]) => [`${space} ${serial}`, Number(at)]),
    ),
  }
}

/** The decision's facts of a batch, with or without a label. */
export function standingFacts(facts: BatchFacts, label: StandingFacts['label']): StandingFacts {
  const { document } = facts
  const { packedOn, expiresOn, markets, tests } = document.provenance
  return {
    packedOn,
    expiresOn,
    markets,
    codes: facts.codes,
    exceptions: facts.exceptions,
    preHarvestBreaches: document.preHarvestBreaches,
    intervalOverride: document.intervalOverride ?? null,
    codeUse: document.codeUse ?? [],
    tests,
    producerSuspendedOn: document.producerSuspendedOn,
    label,
  }
}

/** Bytes the cache reckons for an entry: its texts as UTF-16, and again for what is parsed from them. */
export function sizeOfBatchFacts(facts: BatchFacts | null): number {
  if (facts === null) return 64
  const { document, events, runs, exceptions, suspects } = facts.texts
  const rows = events.length + runs.length + exceptions.length + suspects.length
  return 4 * (document.length + rows) + 512
}

function sameTexts(a: BatchFacts['texts'], b: BatchFacts['texts']): boolean {
  return (
    a.document === b.document &&
    a.events === b.events &&
    a.runs === b.runs &&
    a.exceptions === b.exceptions &&
    a.suspects === b.suspects
  )
}

type Cell = string | number | null
type Row = readonly Cell[]

function parseRows(json: string): readonly Row[] {
  return JSON.parse(json) as Row[]
}

function toStatusEvent(row: Row): StatusEvent & { code: string } {
  return {
    id: text(row[0]),
    code: text(row[1]),
    market: text(row[2]),
    status: text(row[3]) as CodeStatus,
    effectiveOn: text(row[4]),
    recordedAt: Number(row[5]),
    reason: textOrNull(row[6]),
    documentNo: textOrNull(row[7]),
    text: wording(row[8]),
    amends: textOrNull(row[9]),
  }
}

function toRun(row: Row): RunFacts {
  return {
    id: text(row[0]),
    profile: text(row[1]) as RunFacts['profile'],
    kid: text(row[2]),
    fromSerial: Number(row[3]),
    toSerial: Number(row[4]),
    createdAt: Number(row[5]),
    keyRevokedFrom: numberOrNull(row[6]),
    keyRevokedAt: numberOrNull(row[7]),
    hasPin: row[8] === 1,
  }
}

function toException(row: Row): ExceptionFacts {
  return {
    id: text(row[0]),
    kind: text(row[1]) as ExceptionKind,
    runId: textOrNull(row[2]),
    fromSerial: numberOrNull(row[3]),
    toSerial: numberOrNull(row[4]),
    effectiveOn: text(row[5]),
    recordedAt: Number(row[6]),
    text: wording(row[7]),
    documentNo: textOrNull(row[8]),
    amends: textOrNull(row[9]),
    withdrawn: row[10] === 1,
    authority: textOrNull(row[11]),
  }
}

function text(cell: Cell | undefined): string {
  return String(cell)
}

function textOrNull(cell: Cell | undefined): string | null {
  return cell == null ? null : String(cell)
}

function numberOrNull(cell: Cell | undefined): number | null {
  return cell == null ? null : Number(cell)
}

function wording(cell: Cell | undefined): LocalText | null {
  return typeof cell === 'string' ? (JSON.parse(cell) as LocalText | null) : null
}
