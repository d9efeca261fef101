const SHOWN_MS = 2500

/** A click on ¶ copies the permanent address and goes to the paragraph, keeping the marks on the page and in its address. */
export function copyParagraphLinks() {
  const text = document.querySelector('.text')
  if (!text) return
  text.addEventListener('click', (event) => {
    const link = event.target.closest('.para__link')
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    location.hash = link.hash
    history.replaceState(history.state, '', permanent(link))
    void copy(link, text.dataset.copied)
  })
}

/** The address of the page with all that the link adds to it: the version, in which the number stays this paragraph's. */
function permanent({ href }) {
  const address = new URL(location.href)
  for (const [name, value] of new URL(href).searchParams) address.searchParams.set(name, value)
  return address
}

/** Says that it is done only when it is: browsers refuse the clipboard on addresses that are not secure. */
async function copy(link, message) {
  try {
    await navigator.clipboard.writeText(link.href)
  } catch {
    return
  }
  const note = document.createElement('span')
  note.className = 'para__copied'
  note.setAttribute('role', 'status')
  link.after(note)
  // A live region is read out when its words change, not when it appears.
  requestAnimationFrame(() => (note.textContent = message))
  setTimeout(() => note.remove(), SHOWN_MS)
}
