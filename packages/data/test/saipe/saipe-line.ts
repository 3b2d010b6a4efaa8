/** A line of `ussdYY.txt`, each field written at its documented columns (from 1, both included). */
export function saipeLine(fields: {
  fips: string;
  district: string;
  name: string;
  population: string;
  children: string;
  poor: string;
}): string {
  const line = Array<string>(129).fill(' ');
  const put = (text: string, first: number, last: number, toTheRight = false): void => {
    const start = toTheRight ? last - text.length : first - 1;
    for (const [at, character] of [...text].entries()) line[start + at] = character;
  };
  put(fields.fips, 1, 2);
  put(fields.district, 4, 8);
  put(fields.name, 10, 81);
  put(fields.population, 83, 90, true);
  put(fields.children, 92, 99, true);
  put(fields.poor, 101, 108, true);
  put('ussd21.txt', 110, 119);
  put('11OCT2022', 121, 129);
  return line.join('');
}

/** Three rows of SAIPE 2021, as its csv export has them. */
export const alabama = {
  columns: [
    'State Postal Code',
    'State FIPS Code',
    'District ID',
    'Name',
    'Estimated Total Population',
    'Estimated Population 5-17',
    'Estimated number of relevant children 5 to 17 years old in poverty who are related to the householder',
  ],
  rows: [
    ['AL', '01', '00190', 'Alabaster City School District', '33897', '6611', '622'],
    ['AL', '01', '00005', 'Albertville City School District', '22527', '4668', '1042'],
    ['AL', '01', '00030', 'Alexander City City School District', '16964', '2772', '765'],
  ],
};

/** The same rows as fixed-width text. */
export const alabamaText = alabama.rows
  .map(([, fips = '', district = '', name = '', population = '', children = '', poor = '']) =>
    saipeLine({ fips, district, name, population, children, poor }),
  )
  .join('\r\n');
