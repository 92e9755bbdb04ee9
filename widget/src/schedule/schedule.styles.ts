import { css } from '../styles/css.ts'

export const scheduleStyles = css`
  .root {
    container-type: inline-size;
    contain-intrinsic-width: 340px;
    border-radius: var(--radius);
  }
  .frame {
    display: grid;
    grid-template-columns: 100%;
    gap: 32px;
    padding: 14px;
  }
  .list {
    gap: 12px;
  }
  .list .row {
    padding: 10px 0;
  }
  .sole {
    gap: 4px;
    justify-items: start;
  }
  h2 {
    font-size: 1.6em;
  }
  header p {
    max-width: 62ch;
    margin-top: 8px;
  }
  .card,
  .notice,
  .stale {
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--tint);
  }
  .card,
  .row {
    display: grid;
    grid-template-columns: 100%;
    gap: 16px;
  }
  .row {
    grid-template-columns: 66px 1fr;
    padding: 18px 0;
    border-top: 1px solid var(--line);
  }
  .row .button {
    grid-column: span 2;
  }
  section > h3 {
    padding-bottom: 12px;
  }
  .card h3 {
    font-size: min(1.4em, 7.5cqi);
  }
  .row h3 {
    font-size: min(1.1em, 6.5cqi);
  }
  dl {
    margin: 6px 0;
  }
  .card dl,
  .card .muted + p {
    margin: 16px 0;
  }
  dt,
  dd {
    display: inline;
  }
  dt {
    margin-right: 8px;
  }
  dd a {
    white-space: nowrap;
  }
  dd::after {
    content: '\\A';
    white-space: pre;
  }
  .standing,
  .seats {
    padding-left: 21px;
  }
  .standing {
    font-weight: 600;
    text-indent: -21px;
  }
  .standing::before {
    content: '';
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 9px;
    border: 2px solid;
    border-radius: 50%;
  }
  .open {
    color: var(--good);
  }
  .open::before {
    background: currentColor;
  }
  .full,
  .closed,
  .cancelled {
    color: var(--muted);
  }
  .full::before,
  .closed::before,
  .cancelled::before {
    border-radius: 0;
  }
  .complaint {
    color: var(--bad);
  }
  .complaint:empty {
    display: none;
  }
  .undated {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .undated li {
    padding: 5px 12px;
    border: 1px dashed var(--muted);
    border-radius: 8px;
  }
  .undated .button {
    min-height: 32px;
    padding: 0;
    border: 0;
    font-weight: 400;
    text-decoration: underline;
  }
  summary h3 {
    display: inline;
  }
  .notice > * + * {
    margin-top: 12px;
  }
  .skeleton {
    height: 480px;
    border-radius: var(--radius);
    background: var(--tint);
    animation: breathe 1.2s infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @container (max-width: 259px) {
    .row {
      grid-template-columns: 100%;
    }
    .row .button {
      grid-column: auto;
    }
  }
  @container (min-width: 440px) {
    .frame {
      padding: 24px;
    }
    .card {
      grid-template-columns: auto 1fr;
      gap: 20px 24px;
      padding: 24px;
    }
    .card .button,
    .row .button {
      grid-column: 2;
      justify-self: start;
    }
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 4px 8px;
    }
  }
  @container (min-width: 640px) {
    .row {
      grid-template-columns: 66px 1fr auto;
    }
    .row .button {
      grid-column: 3;
      align-self: end;
    }
  }
`
