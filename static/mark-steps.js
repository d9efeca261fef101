/** Buttons that lead from one marked place of the text to the next; the first step begins where the reader is. */
export function stepThroughMarks() {
  const bar = document.querySelector('.mark-steps')
  const marks = [...document.querySelectorAll('.text mark')]
  if (!bar || marks.length === 0) return
  const place = bar.querySelector('.mark-steps__place')
  let current = null
  const go = (step) => {
    const from = current && isInView(current) ? marks.indexOf(current) + step : nearest(marks, step)
    current?.removeAttribute('aria-current')
    const index = (from + marks.length) % marks.length
    current = marks[index]
    current.setAttribute('aria-current', 'true')
    current.scrollIntoView({ block: 'center' })
    place.textContent = bar.dataset.place.replace('{n}', (index + 1).toLocaleString())
  }
  bar.addEventListener('click', (event) => {
    const button = event.target.closest('[data-step]')
    if (button) go(Number(button.dataset.step))
  })
  bar.hidden = false
}

function isInView(mark) {
  const { top, bottom } = mark.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

/** The first place from the top of the window on; a step back leads to the last one above it. */
function nearest(marks, step) {
  const next = marks.findIndex((mark) => mark.getBoundingClientRect().top >= 0)
  if (step < 0) return (next < 0 ? marks.length : next) - 1
  return next < 0 ? 0 : next
}
