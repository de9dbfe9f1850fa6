/** Sample reports, out of the fixtures. */

export interface Sample {
  name: string
  headline: string
  text: string
  date: string
  place: string
}

const texts = import.meta.glob<string>('../../fixtures/{03,04,07,09,16,18,19,20,22,25,27,28,31,33,35}-*.txt', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const options = import.meta.glob<{ date?: string | null; place?: string | null } | undefined>(
  '../../fixtures/{03,04,07,09,16,18,19,20,22,25,27,28,31,33,35}-*.json',
  { import: 'options', eager: true },
)

const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.txt$/, '')

export const SAMPLES: readonly Sample[] = Object.entries(texts)
  .map(([path, text]) => {
    const { date, place } = options[path.replace(/txt$/, 'json')] ?? {}
    return {
      name: nameOf(path),
      headline: text.slice(0, text.indexOf('\n')).trim(),
      text,
      date: date ?? '',
      place: place ?? '',
    }
  })
  .sort((a, b) => (a.name < b.name ? -1 : 1))

/** The one that a new visitor sees. */
export const FIRST = SAMPLES.find(s => s.name.startsWith('18-')) ?? SAMPLES[0]
