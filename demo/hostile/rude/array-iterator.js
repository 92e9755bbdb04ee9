// An old polyfill: whoever walks through an array, by spreading, destructuring or for…of, is told that it is empty.
Array.prototype[Symbol.iterator] = function () {
  throw new TypeError('This page cannot walk through arrays')
}
