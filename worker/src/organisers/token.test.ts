import { describe, expect, it } from 'vitest'
import { isToken, newToken, tokenOf } from './token.ts'

describe('a token', () => {
  it('holds 256 random bits behind a prefix, and a checksum', () => {
    expect(newToken()).toMatch(/^kf_[0-9A-Za-z]{49}$/)
    expect(tokenOf(new Uint8Array(32))).toMatch(/^kf_0{43}/)
    expect(tokenOf(new Uint8Array(32).fill(255))).toHaveLength(tokenOf(new Uint8Array(32)).length)
    expect(new Set(Array.from({ length: 100 }, newToken)).size).toBe(100)
  })

  it('is known without a database, and every single wrong character is found', () => {
    const token = newToken()
    expect(isToken(token)).toBe(true)
    for (let place = 3; place < token.length; place += 1) {
      const wrong = token[place] === 'a' ? 'b' : 'a'
      expect(isToken(token.slice(0, place) + wrong + token.slice(place + 1)), `place ${place}`).toBe(false)
    }
  })

  it.each(['', 'kf_', 'ghp_0000', `${newToken()}0`, newToken().toUpperCase(), ` ${newToken()}`])('is not %s', text => {
    expect(isToken(text)).toBe(false)
  })
})
