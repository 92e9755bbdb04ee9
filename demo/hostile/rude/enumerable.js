// Everything that is an object, an array or a function has one property more in for…in.
Object.prototype.forEachOwn = function (callback) {
  for (const name of Object.keys(this)) callback(name, this[name])
}
Array.prototype.contains = function (value) {
  return this.indexOf(value) !== -1
}
Function.prototype.method = function (name, body) {
  this.prototype[name] = body
}
