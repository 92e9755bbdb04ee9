import { css } from 'lit'

/**
 * What a host page must not be able to break: `all: initial` inside keeps out what is inherited (letter spacing, line
 * height, visibility…), which a rule on `:host` could not, since the page's own rules win there. Font and size are the page's.
 */
export const foundation = css`
  :host {
    display: block;
    width: 100%;
  }
  .root {
    all: initial;
    display: block;
    direction: ltr;
    font-family: inherit;
    font-size: max(14px, 1em);
    line-height: 1.5;
    color: var(--ink);
    background: var(--surface);
    -webkit-text-size-adjust: 100%;
    color-scheme: light;
    --radius: var(--kyiv-forums-radius, 14px);
    --accent: var(--kyiv-forums-accent, #0b4f9e);
    --on-accent: var(--kyiv-forums-on-accent, #fff);
    --surface: var(--kyiv-forums-surface, #fff);
    --tint: var(--kyiv-forums-tint, #f2f6fc);
    --ink: var(--kyiv-forums-ink, #14202e);
    --muted: var(--kyiv-forums-muted, #52606f);
    --line: var(--kyiv-forums-line, #d5dde8);
    --good: #17663a;
    --bad: #b3261e;
  }
  .dark {
    color-scheme: dark;
    --accent: var(--kyiv-forums-accent, #8fbfff);
    --on-accent: var(--kyiv-forums-on-accent, #06213f);
    --surface: var(--kyiv-forums-surface, #111a26);
    --tint: var(--kyiv-forums-tint, #182434);
    --ink: var(--kyiv-forums-ink, #edf2f9);
    --muted: var(--kyiv-forums-muted, #a8b6c8);
    --line: var(--kyiv-forums-line, #2c3b50);
    --good: #7fd8a4;
    --bad: #ffb4ab;
  }
  @media (prefers-color-scheme: dark) {
    .auto {
      color-scheme: dark;
      --accent: var(--kyiv-forums-accent, #8fbfff);
      --on-accent: var(--kyiv-forums-on-accent, #06213f);
      --surface: var(--kyiv-forums-surface, #111a26);
      --tint: var(--kyiv-forums-tint, #182434);
      --ink: var(--kyiv-forums-ink, #edf2f9);
      --muted: var(--kyiv-forums-muted, #a8b6c8);
      --line: var(--kyiv-forums-line, #2c3b50);
      --good: #7fd8a4;
      --bad: #ffb4ab;
    }
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
    overflow-wrap: break-word;
  }
  [hidden] {
    display: none !important;
  }
  ol,
  ul {
    list-style: none;
  }
  h2,
  h3,
  h4 {
    font-size: 1.1em;
    line-height: 1.25;
    text-wrap: balance;
  }
  a {
    color: var(--accent);
  }
  .muted,
  footer {
    color: var(--muted);
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .button {
    min-height: 44px;
    padding: 9px min(20px, 4cqi);
    border: 2px solid var(--accent);
    border-radius: 10px;
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
  }
  .button:hover {
    filter: brightness(1.12);
  }
  .quiet,
  .row .button {
    background: none;
    color: var(--accent);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 20px;
  }
  summary {
    padding: 10px 0;
    cursor: pointer;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
`
