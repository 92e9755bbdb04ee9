// The form of the site: it counts how often it is sent, and tells what with.
document.addEventListener('submit', event => {
  event.preventDefault()
  const names = [...new FormData(event.target).keys()].join(' ')
  document.querySelector('output').append(`[${names}]`)
})
