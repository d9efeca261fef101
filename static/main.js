// Everything here is an addition: each page does its whole work without it.
import { copyParagraphLinks } from './copy-link.js'
import { copyTexts } from './copy-text.js'
import { liveResults } from './live-results.js'
import { sayMissingParagraph } from './missing-paragraph.js'
import { stepThroughMarks } from './mark-steps.js'
import { shortAddresses } from './short-addresses.js'
import { suggestions } from './suggest.js'
import { unfoldWhereThereIsRoom } from './unfold.js'

document.documentElement.classList.add('js')
copyParagraphLinks()
copyTexts()
shortAddresses()
liveResults()
sayMissingParagraph()
stepThroughMarks()
unfoldWhereThereIsRoom()
suggestions()
