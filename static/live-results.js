// A changed filter shows its results at once: the page for the new address is fetched and its results are put in the
// place of the old ones. Where anything fails, the browser goes to the address as it would without a script.

let running = null
/** The address whose results stand on the page, without its fragment. */
let shown = location.pathname + location.search

/** Makes the filters and the links marked `data-live` of a results page work in place. */
export function liveResults() {
  const form = document.querySelector('#search')
  if (!form || !results()) return
  document.addEventListener('change', ({ target }) => {
    // A date is done when the reader says so: the form would be replaced while the other one is being typed.
    if (target.form === form && target.type !== 'text' && target.type !== 'search') void show(formAddress(form), true)
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
  const fields = [...new FormData(form)].filter(([, value]) => value.trim() !== '')
  return `${form.action}?${new URLSearchParams(fields)}`
}

async function show(address, isNew) {
  running?.abort()
  running = new AbortController()
  results().setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(address, { signal: running.signal })
    if (!response.ok) throw new Error(String(response.status))
    replace(new DOMParser().parseFromString(await response.text(), 'text/html'))
    if (isNew) history.pushState(null, '', results().dataset.url)
    shown = location.pathname + location.search
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(address)
  }
}

/** Puts the fetched page's results and search form in place. The field in use keeps the focus; what was unfolded stays so. */
function replace(page) {
  const focused = document.activeElement?.id
  // `:target` is lost with the element that it was; on a phone the filters would close at every tick.
  const filtersAreOpen = document.querySelector('#filters')?.matches(':target, .filters--open')
  const open = [...results().querySelectorAll('details[open]')].map(({ id }) => id)
  const fresh = document.adoptNode(page.querySelector('#results'))
  results().replaceWith(fresh)
  document.querySelector('#search').replaceChildren(...document.adoptNode(page.querySelector('#search')).childNodes)
  document.querySelector('#filters')?.classList.toggle('filters--open', filtersAreOpen)
  for (const id of open) document.getElementById(id)?.setAttribute('open', '')
  if (document.activeElement === document.body)
    (document.getElementById(focused) ?? fresh).focus({ preventScroll: true })
  document.title = page.title
  announce(fresh.dataset.total)
}

function announce(total) {
  const region = document.querySelector('#announce')
  region.textContent = region.dataset.prefix + total
}
