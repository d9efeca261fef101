// Completions while typing: the search field becomes a combobox with a list (WAI-ARIA 1.2). The form works as before; a
// completion that is chosen is put into the field and searched for.

/** Milliseconds without a keystroke before the archive is asked. */
const PAUSE_MS = 120

/** Makes every search box on the page offer completions. */
export function suggestions() {
  for (const box of document.querySelectorAll('.search-box[data-suggest]')) new Combobox(box)
  // A page of results that is replaced in place brings a new box with it.
  const form = document.querySelector('#search')
  if (!form) return
  new MutationObserver(() => {
    const box = form.querySelector('.search-box[data-suggest]:not([data-ready])')
    if (box) new Combobox(box)
  }).observe(form, { childList: true })
}

class Combobox {
  #box
  #input
  #list
  #status
  #timer = 0
  #running = null
  #composing = false
  /** What the reader typed, to come back to when no option is chosen any more. */
  #typed = ''

  constructor(box) {
    this.#box = box
    box.dataset.ready = ''
    this.#input = box.querySelector('input')
    this.#list = document.createElement('ul')
    this.#list.id = `${this.#input.id}-suggestions`
    this.#list.className = 'suggest'
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', box.dataset.label)
    this.#list.hidden = true
    this.#status = document.createElement('p')
    this.#status.className = 'visually-hidden'
    this.#status.setAttribute('role', 'status')
    box.append(this.#list, this.#status)
    this.#set({
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
    })
    this.#listen()
  }

  #set(attributes) {
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value)
  }

  #listen() {
    const input = this.#input
    input.addEventListener('compositionstart', () => {
      // What stands in the field while characters are being composed is not yet what the reader wants to write.
      this.#composing = true
      this.#close()
    })
    input.addEventListener('compositionend', () => {
      this.#composing = false
      this.#ask()
    })
    input.addEventListener('input', () => this.#composing || this.#ask())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => this.#close())
    // The field keeps the focus, or the list would be closed before the click arrives.
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]')
      if (option) this.#choose(option)
    })
  }

  #ask() {
    clearTimeout(this.#timer)
    this.#running?.abort()
    this.#typed = this.#input.value
    if (this.#typed.trim() === '') return this.#close()
    this.#timer = setTimeout(() => void this.#fetch(this.#typed), PAUSE_MS)
  }

  async #fetch(typed) {
    this.#running = new AbortController()
    try {
      const address = `${this.#box.dataset.suggest}?${new URLSearchParams({ q: typed })}`
      const response = await fetch(address, { signal: this.#running.signal })
      if (!response.ok) return this.#close()
      const { suggestions } = await response.json()
      if (document.activeElement === this.#input && this.#input.value === typed) this.#show(suggestions)
    } catch (error) {
      // No completions are no misfortune: the form does its work. Who types on is already being asked for anew.
      if (error.name !== 'AbortError') this.#close()
    }
  }

  #show(suggestions) {
    this.#list.replaceChildren(...suggestions.map((one, index) => this.#option(one, index)))
    this.#status.textContent =
      suggestions.length > 0 ? this.#box.dataset.count.replace('{n}', suggestions.length) : this.#box.dataset.none
    if (suggestions.length === 0) return this.#close()
    this.#list.hidden = false
    this.#set({ 'aria-expanded': 'true' })
    this.#input.removeAttribute('aria-activedescendant')
  }

  #option({ text, label }, index) {
    const option = document.createElement('li')
    option.id = `${this.#list.id}-${index}`
    option.className = 'suggest__option'
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    option.dataset.text = text
    option.textContent = text
    if (label) {
      const kind = document.createElement('span')
      kind.className = 'suggest__kind'
      kind.textContent = label
      option.append(' ', kind)
    }
    return option
  }

  #close() {
    clearTimeout(this.#timer)
    this.#running?.abort()
    this.#list.hidden = true
    this.#set({ 'aria-expanded': 'false' })
    this.#input.removeAttribute('aria-activedescendant')
  }

  #key(event) {
    // The keys that steer an input method are its own.
    if (event.isComposing || this.#composing) return
    if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault()
      this.#input.value = this.#typed
      this.#close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (this.#list.hidden) this.#ask()
      else this.#move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter') {
      const active = this.#active()
      if (active && !this.#list.hidden) {
        event.preventDefault()
        this.#choose(active)
      } else this.#close()
    }
  }

  #active() {
    return this.#list.querySelector('[aria-selected="true"]')
  }

  /** Goes through the options and, between the last and the first, back to what was typed. */
  #move(step) {
    const options = [...this.#list.children]
    const places = options.length + 1
    const next = (options.indexOf(this.#active()) + 1 + step + places) % places
    this.#active()?.setAttribute('aria-selected', 'false')
    const option = options[next - 1]
    this.#input.value = option ? option.dataset.text : this.#typed
    if (!option) return this.#input.removeAttribute('aria-activedescendant')
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    this.#set({ 'aria-activedescendant': option.id })
  }

  #choose(option) {
    this.#input.value = option.dataset.text
    this.#typed = option.dataset.text
    this.#close()
    this.#input.form.requestSubmit()
  }
}
