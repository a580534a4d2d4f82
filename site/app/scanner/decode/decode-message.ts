import type { SeenCode } from '../judge/in-frame.ts'

/** A picture for the worker that reads codes: RGBA, row by row. */
export type DecodeAsk = {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly data: ArrayBuffer
  /** For a single photo: takes longer and finds more. */
  readonly thorough: boolean
}

/** What it read; null where the reader itself could not be loaded. */
export type DecodeAnswer = { readonly id: number; readonly codes: readonly SeenCode[] | null }
