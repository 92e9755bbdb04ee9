// A site with shortcuts: each letter does something unless one types into a field, which is told by the event's target.
document.addEventListener('keydown', event => {
  if (event.target.matches('input, textarea, select')) return
  if (event.key === 'j') document.querySelector('output').value = Number(document.querySelector('output').value) + 1
  if (event.key === '/') document.querySelector('#search').focus()
  if (event.key.length === 1 || event.key === 'Enter' || event.key === 'Backspace') event.preventDefault()
})
document.addEventListener('keypress', event => {
  if (!event.target.matches('input, textarea, select')) event.preventDefault()
})
