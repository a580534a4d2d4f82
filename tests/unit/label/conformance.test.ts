import { labelConformance } from '../../support/conformance/label-suite.ts'

labelConformance()
