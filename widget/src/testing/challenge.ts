import type { Challenge } from '#contract'

export const challengeOf = (challenge: string, maxNumber: number): Challenge => ({
  algorithm: 'SHA-256',
  challenge,
  salt: 'salt?expires=1&',
  signature: 'підпис',
  maxNumber,
})

/** Its number is 42: the SHA-256 of `salt?expires=1&42`. */
export const easyChallenge: Challenge = challengeOf(
  '56214130327e60ede7419aa4c87157c630572fb218bedc3f373eda067fe5b4c9',
  100,
)
