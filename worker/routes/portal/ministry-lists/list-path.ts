import { pathIn } from '../path-in.ts'
export const MINISTRY_PATH = '/portal/ministry-lists'

/** The page of a list that was sent. */
export const ministryListPath = pathIn('/portal/ministry-lists/sent')
