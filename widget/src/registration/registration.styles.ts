import { css } from '../styles/css.ts'

/** A sheet over the whole screen of a phone, a panel on anything larger. */
export const styles = css`
  dialog {
    width: 100%;
    max-width: none;
    height: 100%;
    max-height: none;
    border: 0;
    overscroll-behavior: contain;
    /* The header stays, and must not cover what has the focus. */
    scroll-padding: 150px 0 90px;
    background: none;
    visibility: visible;
  }
  dialog::backdrop {
    background: #0a1626b3;
  }
  dialog > .root {
    container-type: normal;
    min-height: 100%;
    border: 1px solid var(--line);
    border-radius: inherit;
  }
  dialog header {
    position: sticky;
    top: 0;
    display: grid;
    grid-template-columns: 1fr 44px;
    gap: 0 12px;
    padding: 16px 12px 14px 24px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .close,
  .link {
    padding: 4px 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    text-decoration: underline;
    cursor: pointer;
  }
  .close {
    grid-area: 1 / 2 / span 2;
    height: 44px;
    padding: 11px;
  }
  .close svg {
    stroke: currentColor;
    stroke-width: 2;
  }
  form,
  fieldset,
  .body {
    display: grid;
    gap: 22px;
    padding: 24px;
  }
  fieldset {
    padding: 0;
    border: 0;
  }
  fieldset:disabled {
    display: none;
  }
  label,
  .error {
    font-weight: 600;
  }
  input,
  textarea {
    width: 100%;
    min-height: 46px;
    margin-top: 5px;
    padding: 10px 12px;
    border: 1px solid var(--muted);
    border-radius: 10px;
    background: var(--surface);
    color: var(--ink);
    font: inherit;
    /* Below 16 px phones zoom into the field. */
    font-size: max(16px, 1em);
  }
  [aria-invalid],
  .banner {
    border: 2px solid var(--bad);
  }
  .error {
    color: var(--bad);
  }
  .error::before {
    content: '⚠ ' / '';
  }
  .tick {
    display: grid;
    grid-template-columns: 24px 1fr;
    gap: 12px;
    padding: 4px 0;
    font-weight: 400;
  }
  .tick input {
    min-height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  .text {
    max-height: 220px;
    overflow: auto;
    padding: 14px;
    background: var(--tint);
    white-space: pre-line;
  }
  .banner {
    padding: 16px;
    border-radius: var(--radius);
  }
  .sending {
    animation: breathe 0.8s infinite alternate;
  }
  .code {
    font-size: 2.2em;
    line-height: 1.2;
    user-select: all;
  }
  .next li {
    margin: 8px 0;
    padding-left: 16px;
    border-left: 3px solid #f4b400;
  }
  /* Zoomed in, a header that stays would leave no room for what it stands above. */
  @media (max-height: 500px) {
    dialog {
      scroll-padding: 0;
    }
    dialog header {
      position: static;
    }
  }
  @media (min-width: 640px) {
    dialog {
      width: 600px;
      height: fit-content;
      max-height: calc(100% - 48px);
      margin: auto;
      border-radius: 14px;
    }
  }
`
