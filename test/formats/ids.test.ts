import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countryCode } from '../../src/formats/countries.js'
import { foldName, idOf, NAMESPACE, sha1, uuid5 } from '../../src/formats/ids.js'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
/** The namespace of addresses, from RFC 9562. */
const URLS = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

describe('ids', () => {
  it('hash as SHA-1 does, at every length of the last block', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) & 0xff)
      expect(hex(sha1(bytes))).toBe(createHash('sha1').update(bytes).digest('hex'))
    }
  })

  it('are version 5 UUIDs', () => {
    // The example of RFC 9562, appendix A.4: the name "www.example.com" in the namespace of domain names.
    expect(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    )
    expect(uuid5(URLS, 'https://www.npmjs.com/package/chucdanh')).toBe(NAMESPACE)
  })

  it('are the same for spellings that a Vietnamese reader takes for the same', () => {
    const id = idOf('person', 'Nguyễn Thị Hòa')
    for (const name of ['Nguyễn Thị Hoà', 'NGUYỄN THỊ HÒA', 'Nguyễn  Thị\nHòa', 'Nguyễn Thị Hòa'.normalize('NFD')])
      expect(idOf('person', name)).toBe(id)
    for (const name of ['Nguyễn Thị Hóa', 'Nguyễn Thị Hoa', 'Nguyễn Thi Hòa', 'Nguyễn Thị Hòa A'])
      expect(idOf('person', name)).not.toBe(id)
    expect(foldName('Đỗ Đức Duy')).not.toBe(foldName('Do Duc Duy'))
  })
})

describe('country codes', () => {
  it('are there for every country of the lexicon but one that has none', () => {
    const table = readFileSync(new URL('../../src/lexicon/data/countries.tsv', import.meta.url), 'utf8')
    const names = table
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('#') && !line.startsWith('name\t'))
      .map(line => line.split('\t')[0])
    expect(names.length).toBeGreaterThan(190)
    expect(names.filter(name => countryCode(name) === null)).toEqual(['Việt Nam Cộng hòa'])
    expect(countryCode('Lào')).toBe('la')
  })
})
