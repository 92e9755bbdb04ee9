// A version of the widget from years ago, still in the site's template: it shows nothing but what the editor wrote.
customElements.define(
  'kyiv-forums',
  class extends HTMLElement {
    connectedCallback() {
      this.dataset.version = '0.1'
    }
  },
)
