export {
  type AreaLevel,
  areaLevels,
  type LanguageClause,
  type LanguageStatute,
  languageCounts,
} from './language-statute.js';
export { readLanguageStatute } from './read-language-statute.js';
export { section203Of2016 } from './section203-2016.js';
export { section203OfPapers } from './section203-paper.js';
