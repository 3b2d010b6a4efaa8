import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../src/csv/detect-delimiter.js';

describe('detectDelimiter', () => {
  it.each([',', ';', '\t', '|'] as const)('finds %j between the fields of a plain table', (delimiter) => {
    expect(detectDelimiter(['id,name,count', '1,a,10', '2,b,20'].join('\n').replaceAll(',', delimiter))).toBe(
      delimiter,
    );
  });

  it('is not misled by decimal commas in a file of semicolons', () => {
    expect(detectDelimiter('id;rate\n1;0,5\n2;0,7\n3;0,1\n')).toBe(';');
  });

  it('is not misled by a comma in every name of a file of bars', () => {
    expect(detectDelimiter('id|name|count\n1|Hawaii County, Hawaii|5\n2|Maui County, Hawaii|6\n')).toBe('|');
  });

  it('leaves out what stands between quotes', () => {
    expect(detectDelimiter('id,name\n1,"a;b;c;d"\n2,"e;f;g;h"\n')).toBe(',');
    expect(detectDelimiter('"a;b;c",count\n"d;e;f",1\n"g;h;i",2\n')).toBe(',');
    expect(detectDelimiter('"id";"name"\n1;"a "",,"" b"\n')).toBe(';');
  });

  it('is not misled by titles with commas', () => {
    expect(detectDelimiter('Households, by county, 2010\nid;count\n1;2\n3;4\n')).toBe(';');
  });

  it('takes a comma for text of one column', () => {
    expect(detectDelimiter('count\n1\n2\n')).toBe(',');
  });
});
