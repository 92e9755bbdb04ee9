// What pages with Prototype live with: an Array.from that knows no mapping, arrays with a toJSON of their own, which
// JSON.stringify then calls and quotes, and elements, forms and functions with more methods than the platform gave them.
;(function () {
  'use strict'

  const extend = (target, methods) => {
    // Assigned, not defined: so each of them appears in for…in.
    for (const name of Object.keys(methods)) target[name] = methods[name]
  }

  Array.from = function (iterable) {
    if (!iterable) return []
    const made = []
    for (let index = 0; index < (iterable.length || 0); index += 1) made[index] = iterable[index]
    return made
  }

  extend(Array.prototype, {
    toJSON() {
      return `[${this.map(value => JSON.stringify(value)).join(', ')}]`
    },
    each(callback) {
      this.forEach(callback)
    },
    first() {
      return this[0]
    },
    last() {
      return this[this.length - 1]
    },
    compact() {
      return this.filter(value => value != null)
    },
    // Prototype's own, which overrides what browsers have under the same name.
    entries() {
      return this.slice()
    },
    include(value) {
      return this.indexOf(value) >= 0
    },
    inspect() {
      return `[${this.join(', ')}]`
    },
  })

  extend(String.prototype, {
    blank() {
      return /^\s*$/.test(this)
    },
    strip() {
      return this.replace(/^\s+|\s+$/g, '')
    },
    escapeHTML() {
      return this.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    },
    toJSON() {
      return String(this)
    },
  })

  extend(Function.prototype, {
    // Without a real bound function's ways.
    bind(self, ...first) {
      const method = this
      return function (...rest) {
        return method.apply(self, first.concat(rest))
      }
    },
    defer() {
      setTimeout(this, 10)
    },
  })

  extend(Element.prototype, {
    visible() {
      return this.style.display !== 'none'
    },
    show() {
      this.style.display = ''
      return this
    },
    hide() {
      this.style.display = 'none'
      return this
    },
    update(content) {
      this.innerHTML = content
      return this
    },
    // The platform has one that tells nothing; this one returns the element.
    remove() {
      if (this.parentNode) this.parentNode.removeChild(this)
      return this
    },
    select(selector) {
      return Array.from(this.querySelectorAll(selector))
    },
    clone(deep) {
      return this.cloneNode(deep)
    },
  })

  extend(HTMLFormElement.prototype, {
    serialize() {
      return new URLSearchParams(new FormData(this)).toString()
    },
    // Prototype resets a form through its own method.
    reset() {
      this.querySelectorAll('input, textarea').forEach(field => {
        field.value = ''
      })
      return this
    },
  })

  window.$ = id => document.getElementById(id)
  window.$$ = selector => Array.from(document.querySelectorAll(selector))
})()
