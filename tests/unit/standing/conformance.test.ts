import { standingConformance } from '../../support/conformance/standing-suite.ts'

standingConformance()
