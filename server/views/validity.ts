import { NOT_IN_FORCE, type Validity } from '../../indexer/contract/validity.js'
import { t } from '../text.zh.js'

/** A warning that a text is not, or not wholly, in force. */
export interface ValidityNotice {
  label: Validity
  explanation: string
}

/** Null for what is in force, and where no source says. */
export function validityNotice(validity: Validity): ValidityNotice | null {
  return NOT_IN_FORCE.includes(validity) ? { label: validity, explanation: t.validity[validity] } : null
}
