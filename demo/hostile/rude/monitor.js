// What monitors do: wrap what makes requests and what listens, note it, pass it on.
;(function () {
  const noted = []
  const { fetch } = window
  window.fetch = function (resource, options) {
    noted.push(String(resource))
    return fetch.call(this, resource, Object.assign({}, options)).then(answer => {
      answer
        .clone()
        .text()
        .then(text => noted.push(text.length))
      return answer
    })
  }
  const { addEventListener } = EventTarget.prototype
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (typeof listener !== 'function') return addEventListener.call(this, type, listener, options)
    return addEventListener.call(
      this,
      type,
      function (event) {
        noted.push(type)
        return listener.call(this, event)
      },
      options,
    )
  }
  const { setTimeout } = window
  window.setTimeout = function (task, ...rest) {
    return setTimeout.call(window, () => task(), ...rest)
  }
})()
