import { fieldName } from '../../indexer/contract/field-name.js'
import { FINDING_KINDS, type Finding } from '../../indexer/contract/findings.js'
import { QUALITY_PAGE_SIZE, type QualityList, type QualityRequest } from '../search/quality.js'
import { t } from '../text.zh.js'
import { documentUrl, qualityUrl } from '../urls.js'
import { shorten } from './format.js'
import { page, type Page } from './page.js'
import { pagerOf, type Pager } from './pager.js'
import { simpleSearchForm } from './search-form.js'

interface KindLink {
  url: string
  name: string
  hint: string
  count: string
  current: boolean
}

interface KeyLink {
  url: string
  label: string
  count: string
  current: boolean
}

interface Entry {
  /** Null for a record that is not in the archive. */
  url: string | null
  title: string
  /** Body and file. */
  details: string[]
  message: string
  /** Begins a group. */
  first: boolean
  /** The name of the group that it begins, where its title does not say as much. */
  group: string | null
}

export interface QualityView extends Page {
  /** Why there is nothing to show, or null. */
  notice: string | null
  kinds: KindLink[]
  selected: {
    name: string
    hint: string
    total: string
    keys: KeyLink[]
    moreKeys: KeyLink[]
    moreLabel: string
    entries: Entry[]
    notice: string | null
    pager: Pager | null
  } | null
}

/** So many keys are shown at once. */
const SHOWN_KEYS = 12
/** In these kinds entries of one key belong together. */
const GROUPED = ['duplicate_title', 'near_duplicate', 'code_body']

export function qualityView(request: QualityRequest, list: QualityList | null): QualityView {
  const kinds = FINDING_KINDS.filter((kind) => (list?.counts[kind] ?? 0) > 0).map((kind) => ({
    url: qualityUrl({ kind }),
    ...t.quality.kinds[kind],
    count: t.quality.entries(list!.counts[kind]!),
    current: kind === request.kind,
  }))
  const title = request.kind === null ? t.quality.title : `${t.quality.kinds[request.kind].name} - ${t.quality.title}`
  return {
    ...page(title, simpleSearchForm(''), { meta: [{ name: 'robots', content: 'noindex' }] }),
    notice: list === null ? t.quality.notYet : kinds.length === 0 ? t.quality.none : null,
    kinds,
    selected: list === null ? null : selectedKind(request, list),
  }
}

function selectedKind({ kind, key, page: current }: QualityRequest, list: QualityList): QualityView['selected'] {
  if (kind === null) return null
  const keys = list.keys.map((one) => ({
    url: qualityUrl({ kind, key: one.key }),
    // Keys of some kinds are names of fields.
    label: shorten(fieldName(one.key), 30),
    count: one.count.toLocaleString('zh-CN'),
    current: one.key === key,
  }))
  const all = { url: qualityUrl({ kind }), label: t.quality.keys.all, count: '', current: key === null }
  const isChoice = keys.length > 1
  const pages = Math.ceil(list.total / QUALITY_PAGE_SIZE)
  return {
    ...t.quality.kinds[kind],
    total: t.quality.entries(list.total),
    keys: isChoice ? [all, ...keys.slice(0, SHOWN_KEYS)] : [],
    moreKeys: isChoice ? keys.slice(SHOWN_KEYS) : [],
    moreLabel: t.quality.keys.more(keys.length - SHOWN_KEYS),
    entries: groupHeadsFirst(list.findings).map((finding, index, all) => entry(finding, all[index - 1])),
    notice: list.findings.length > 0 ? null : list.total > 0 ? t.quality.beyond : t.quality.noneOfKind,
    pager: pagerOf(current, pages, (number) => qualityUrl({ kind, key, page: number })),
  }
}

/** What a group is called by begins it: the engine puts entries of one key in no order that says anything. */
function groupHeadsFirst(findings: readonly Finding[]): Finding[] {
  const places = new Map([...new Set(findings.map(({ key }) => key))].map((key, place) => [key, place]))
  const isBelow = ({ key, title }: Finding): number => (key === title ? 0 : 1)
  return findings.toSorted(
    (one, other) => places.get(one.key)! - places.get(other.key)! || isBelow(one) - isBelow(other),
  )
}

function entry({ kind, key, doc, title, issuer, file, message }: Finding, before: Finding | undefined): Entry {
  const first = before?.key !== key && GROUPED.includes(kind)
  return {
    url: doc === null ? null : documentUrl(doc),
    title,
    details: [issuer, file].filter((detail) => detail !== null),
    message,
    first,
    group: first && key !== title ? key : null,
  }
}
