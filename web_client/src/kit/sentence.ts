/** A sentence of a language file, its values put in place: « {0} » is the first, « {1} » the second. */

/** One sentence, or one for each number as the language tells them apart: { one, two, few, many, other }. */
export type Said = string | Readonly<Record<string, string>>;

/** The first number, or yes or no (many, one), says which sentence it is. */
export function sentence(said: Said, values: readonly unknown[], lang: string): string {
  const text = typeof said === 'string' ? said : (said[categoryOf(said, values, lang)] ?? said['other'] ?? '');
  return text.replace(/\{(\d)\}/g, (_, place: string) => written(values[Number(place)], lang));
}

function categoryOf(said: object, values: readonly unknown[], lang: string): string {
  const number = values.find((one) => typeof one === 'number' || typeof one === 'boolean');
  if (typeof number === 'boolean') return number ? 'other' : 'one';
  if (number === 0 && 'zero' in said) return 'zero';
  return new Intl.PluralRules(lang).select(Number(number ?? 1));
}

function written(value: unknown, lang: string): string {
  return typeof value === 'number' ? new Intl.NumberFormat(lang).format(value) : String(value ?? '');
}
