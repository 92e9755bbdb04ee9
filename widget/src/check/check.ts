import { html } from 'lit/html.js'

export const show = (release: string): void => console.log(release, html``)
