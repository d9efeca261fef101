// A changed filter shows its results at once: the page for the new address is fetched and its results are put in the
// place of the old ones. Where anything fails, the browser goes to the address as it would without a script.
import { fieldInUse, isTyped } from './field-in-use.js'

let running = null
/** The address whose results stand on the page, without its fragment. */
let shown = location.pathname + location.search
/** What the form last asked for: leaving a field that says nothing new asks for nothing. */
let asked = null

/** Makes the filters and the links marked `data-live` of a results page work in place. */
export function liveResults() {
  const form = document.querySelector('#search')
  if (!form || !results()) return
  asked = formAddress(form)
  const apply = () => formAddress(form) === asked || void show(formAddress(form), true)
  document.addEventListener('change', ({ target }) => target.form === form && !isTyped(target) && apply())
  // A date is done when the reader leaves it. `change` would not do: it does not know what was typed before a replacement.
  document.addEventListener('focusout', ({ target }) => target.form === form && target.type === 'text' && apply())
  // Return is the browser's: it goes to the results, which on a phone stand behind the filters.
  form.addEventListener('submit', () => running?.abort())
  document.addEventListener('click', ({ target }) => {
    // A finger on a link does not take the focus from a field everywhere.
    if (target.closest('.filters__close')) document.activeElement.blur()
  })
  document.addEventListener('click', (event) => {
    const link = event.target.closest('#results a[data-live]')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void show(link.href, true)
  })
  addEventListener('popstate', () => {
    // A jump within the page (to the filters, on a phone) is no other search.
    if (location.pathname + location.search === shown) return
    if (location.pathname === form.getAttribute('action')) void show(location.href, false)
  })
  addEventListener('hashchange', () => document.querySelector('.filters--open')?.classList.remove('filters--open'))
}

const results = () => document.querySelector('#results')

function formAddress(form) {
  return `${form.action}?${new URLSearchParams(new FormData(form))}`
}

async function show(address, isNew) {
  running?.abort()
  running = new AbortController()
  results().setAttribute('aria-busy', 'true')
  asked = address
  try {
    const response = await fetch(address, { signal: running.signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (page.querySelector('.dates [aria-invalid]')) return showWrongDates(page)
    if (!response.ok) throw new Error(String(response.status))
    replace(page)
    if (isNew) history.pushState(null, '', results().dataset.url)
    shown = location.pathname + location.search
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(address)
  }
}

/** Puts the fetched page's results and search form in place. The field in use keeps the focus; what was unfolded stays so. */
function replace(page) {
  const putBack = fieldInUse()
  // `:target` is lost with the element that it was; on a phone the filters would close at every tick.
  const filtersAreOpen = document.querySelector('#filters')?.matches(':target, .filters--open')
  const open = [...results().querySelectorAll('details[open]')].map(({ id }) => id)
  const fresh = document.adoptNode(page.querySelector('#results'))
  results().replaceWith(fresh)
  document.querySelector('#search').replaceChildren(...document.adoptNode(page.querySelector('#search')).childNodes)
  document.querySelector('#filters')?.classList.toggle('filters--open', filtersAreOpen)
  asked = formAddress(document.querySelector('#search'))
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  if (document.activeElement === document.body && !putBack()) fresh.focus({ preventScroll: true })
  document.title = page.title
  const region = document.querySelector('#announce')
  announce(region.dataset.prefix + fresh.dataset.total)
}

/** The results stay as they are, and below the dates stands what the page for this address says is wrong with them. */
function showWrongDates(page) {
  const putBack = fieldInUse()
  const problems = page.querySelector('.problems__list')
  const dates = document.adoptNode(page.querySelector('.dates'))
  dates.append(document.adoptNode(problems))
  document.querySelector('.dates').replaceWith(dates)
  if (document.activeElement === document.body) putBack()
  results().removeAttribute('aria-busy')
  announce(problems.textContent)
}

function announce(message) {
  document.querySelector('#announce').textContent = message
}
