import { css } from '../styles/css.ts'

/** A leaf of a wall calendar: a strip for the month, the day large. Its type is sized by the leaf, not by the page. */
export const leafStyles = css`
  .leaf {
    align-self: start;
    width: 66px;
    padding-bottom: 0.4em;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    color: var(--ink);
    font-size: 11px;
    line-height: 1.5;
    text-align: center;
  }
  .leaf b,
  .leaf strong,
  .leaf i {
    display: block;
    font-style: normal;
  }
  .leaf b {
    padding: 0.15em 0 0.25em;
    border-bottom: 1px solid transparent;
    font-weight: 500;
  }
  .leaf strong {
    font-size: 2.4em;
    line-height: 1.2;
  }
  .card .leaf {
    width: 128px;
    border-radius: var(--radius);
    font-size: 14px;
  }
  .card .leaf strong {
    font-size: 4.3em;
  }
  .leaf.blank {
    aspect-ratio: 9 / 10;
    border: 2px dashed var(--muted);
    background: none;
  }
  .held .leaf b,
  .cancelled .leaf b {
    background: var(--muted);
    color: var(--surface);
  }
  .cancelled .leaf strong {
    text-decoration: line-through;
  }
`
