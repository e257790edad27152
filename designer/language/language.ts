/** The languages of the page. */
export type Language = 'zh' | 'en';
