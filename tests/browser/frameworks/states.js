// What the article says at first, and what its framework makes of it later, step by step. The first words of a mark, its
// last ones, a whole one and what stands between marks change; paragraphs come and go; in the end all is as it was.
const first = { count: 'ten', held: 'nearly four hours', taken: 'two computers', late: '', cars: ['a grey van', 'a red car'] };

export const states = [
  first,
  { ...first, held: 'nearly five hours' },
  { ...first, held: 'a day', count: 'twelve' },
  { ...first, count: 'twelve', taken: 'three computers', late: 'The mayor has spoken since.' },
  { ...first, late: 'The mayor has spoken since, twice.', cars: ['a red car', 'a blue car', 'a grey van'] },
  { ...first, held: '', taken: '', cars: [] },
  first,
];
