import { css } from '../styles/css.ts'
import { styles as formStyles } from '../registration/registration.styles.ts'
import { leafStyles } from '../schedule/calendar-leaf.styles.ts'
import { scheduleStyles } from '../schedule/schedule.styles.ts'
import { foundation } from '../styles/foundation.styles.ts'

/** Of the page around the element. */
export const pageStyles = css`
  :root {
    color-scheme: light dark;
    background: Canvas;
    font-family: system-ui, sans-serif;
  }
  body {
    margin: 0;
  }
`

const own = css`
  .root {
    min-height: 100vh;
    border-radius: 0;
  }
  main {
    display: grid;
    gap: 28px;
    grid-template-columns: 100%;
    max-width: 720px;
    margin: 0 auto;
    padding: 20px 16px 48px;
  }
  h1 {
    font-size: 1.7em;
    line-height: 1.2;
  }
  h2 {
    font-size: 1.3em;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 8px 20px;
  }
  .link {
    min-height: 44px;
    color: var(--accent);
  }
  section {
    display: grid;
    gap: 14px;
    justify-items: start;
  }
  section > * {
    max-width: 100%;
  }
  .state {
    padding: 20px;
    border-radius: var(--radius);
    background: var(--tint);
  }
  .state,
  .fields,
  form,
  form > * {
    justify-self: stretch;
  }
  form .button {
    justify-self: start;
  }
  form {
    padding: 0;
  }
  .held {
    border: 2px solid var(--accent);
  }
  .held .button {
    min-width: min(280px, 100%);
    font-size: 1.1em;
  }
  .waitlisted .code {
    font-size: 1.6em;
  }
  .status:empty {
    display: none;
  }
  .status {
    color: var(--good);
    font-weight: 600;
  }
  .danger {
    border-color: var(--bad);
    background: none;
    color: var(--bad);
  }
  hr {
    border: 0;
    border-top: 1px solid var(--line);
  }
  dialog {
    width: min(440px, 100% - 32px);
    height: fit-content;
    margin: auto;
    border-radius: 14px;
  }
  dialog > .root {
    min-height: 0;
  }
  dialog .body {
    gap: 16px;
    padding: 24px;
  }
`

export const styles: string = foundation + scheduleStyles + leafStyles + formStyles + own
