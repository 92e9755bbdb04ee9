// A site that is made with lit-html itself, under a policy that allows each name once.
import { html, render } from '/libraries/lit-html.js'

render(html`<strong>Сайт зроблено з lit-html</strong>`, document.querySelector('#host-lit'))
