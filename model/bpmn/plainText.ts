const uncarried = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as an element's content can carry it: XML has no control characters and knows one end of line. */
export function plainText(text: string): string {
  return text.replace(uncarried, '\uFFFD').replace(/\r\n?/g, '\n');
}

/** A name as an attribute can carry it through any tool. */
export function plainName(name: string): string {
  return plainText(name).replace(/\t/g, ' ');
}
