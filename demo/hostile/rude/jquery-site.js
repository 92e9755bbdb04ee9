// A site's own script as such scripts are: every form and every link of the document, present and future, is its.
window.jQuery(function ($) {
  $(document).on('submit', 'form', function (event) {
    event.preventDefault()
    document.title = 'A form was sent'
  })
  $(document).on('click', 'button, a', function (event) {
    event.preventDefault()
    document.title = 'A button was pressed'
  })
  $.ajaxSetup({ headers: { 'X-Requested-With': 'site' } })
  $.extend($.expr[':'], { wide: element => element.offsetWidth > 500 })
})
