// A blocker that does not refuse requests but breaks what makes them.
window.fetch = function () {
  throw new Error('Requests are switched off here')
}
