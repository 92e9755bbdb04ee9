import { css } from '../styles/css.ts'

/** Deep blue with gold, in every theme: the foot on which the schedule stands. */
export const goalStyles = css`
  .goal {
    display: grid;
    gap: 20px 32px;
    padding: 24px 20px;
    border: 1px solid #3d659b;
    border-radius: var(--radius);
    background: #0a3a78;
    color: #e3edfb;
    --accent: #ffd34d;
    --link: #ffd34d;
    --good: #fff;
    --muted: #e3edfb;
    --bad: #fff;
  }
  .goal h3,
  .goal h4,
  .progress {
    color: #fff;
  }
  .goal p {
    margin-top: 6px;
  }
  .progress {
    font-weight: 600;
  }
  .goal svg {
    width: 100%;
    max-width: 380px;
    fill: none;
    stroke: #a9c6ee;
    stroke-width: 1.5;
  }
  .goal .filled {
    fill: #f4b400;
    stroke: #ffe08a;
  }
  .city {
    padding-top: 16px;
    border-top: 1px solid #3d659b;
  }
  .city .button {
    margin-top: 12px;
  }
  @container (min-width: 640px) {
    .goal {
      grid-template-columns: 3fr 2fr;
      align-items: center;
      padding: 28px;
    }
    .city {
      grid-column: span 2;
    }
  }
`
