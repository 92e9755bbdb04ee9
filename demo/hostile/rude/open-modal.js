// The modal window is there as soon as the page is; Bootstrap brings the focus back into it whenever it leaves.
window.jQuery(function ($) {
  $('#forums').modal({ show: true, keyboard: true })
})
