import { css } from '../styles/css.ts'

export const checkStyles = css`
  section {
    all: initial;
    position: fixed;
    inset: 16px 16px auto auto;
    z-index: 2147483647;
    box-sizing: border-box;
    width: min(480px, 100% - 32px);
    max-height: calc(100% - 32px);
    padding: 20px;
    overflow: auto;
    border: 2px solid #0b4f9e;
    border-radius: 14px;
    background: #fff;
    color: #14202e;
    font: 15px/1.5 system-ui, sans-serif;
  }
  h2 {
    margin: 0 0 8px;
    font-size: 18px;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 6px 12px;
    margin: 12px 0;
    overflow-wrap: anywhere;
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .good::before {
    content: '✓ ' / 'Гаразд: ';
    color: #17663a;
  }
  .note::before {
    content: '• ' / 'Зауважте: ';
  }
  .bad {
    color: #b3261e;
    font-weight: 600;
  }
  .bad::before {
    content: '✗ ' / 'Заважає: ';
  }
  textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: 150px;
    padding: 10px;
    border: 1px solid #52606f;
    border-radius: 8px;
    background: #fff;
    color: inherit;
    font: 13px/1.5 ui-monospace, monospace;
  }
  button {
    min-height: 44px;
    margin: 10px 10px 0 0;
    padding: 8px 16px;
    border: 2px solid #0b4f9e;
    border-radius: 10px;
    background: #fff;
    color: #0b4f9e;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible {
    outline: 3px solid #0b4f9e;
    outline-offset: 2px;
  }
`
