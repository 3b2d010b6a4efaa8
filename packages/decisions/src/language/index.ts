export { language, languagePosts, languageQuestion } from './language.js';
export { type LanguagePairs, languagePairs } from './pairs.js';
export type { LanguageQuestion } from './question.js';
