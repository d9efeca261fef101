/** Where the address names a paragraph that the text has not, the page says so: only the browser knows that part of an address. */
export function sayMissingParagraph() {
  const note = document.querySelector('.document__missing')
  if (!note) return
  const words = note.querySelector('[data-words]')
  const say = () => {
    const asked = /^#p(\d{1,9})$/.exec(location.hash)?.[1]
    note.hidden = !asked || document.getElementById(`p${asked}`) !== null
    words.textContent = note.hidden ? '' : words.dataset.words.replace('{n}', Number(asked).toLocaleString())
  }
  addEventListener('hashchange', say)
  say()
}
