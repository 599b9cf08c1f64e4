/** Which tax code of the company a set of taxes maps to: the merchant's choice, else the one code that fits. It never guesses between two and never changes an amount. */
import { taxCodeDoesNotFit, taxCodeMissing } from "../issues/tax-issues.ts";
import type { Issue } from "../issues/issue.ts";
import { add, type Money, zero } from "../money/money.ts";
import { failure, type Result, success } from "../result.ts";
import type { Books, TaxCode, TaxRate } from "./books.ts";
import { rateOfPercent } from "./tax-rate.ts";
import type { TaxSet, TaxSetKind } from "./tax-set.ts";

/** `places`: words that tell apart codes of equal rates, such as the province the goods went to. */
export function findTaxCode(set: TaxSet, { company, chosenTaxCodes }: Pick<Books, "company" | "chosenTaxCodes">, places: readonly string[] = []): Result<TaxCode, Issue> {
  const wanted = chosenTaxCodes[set.key];
  if (wanted !== undefined) {
    const chosen = company.taxCodes.find(({ name }) => same(name, wanted));
    return chosen ? success(chosen) : failure(taxCodeMissing(set.key, `the code "${wanted}" that was chosen for it is not in QuickBooks`));
  }
  const fitting = company.taxCodes.filter((code) => fits(code, set));
  const found = set.kind === "taxed" ? narrowed(fitting, set, places) : preferred(fitting, set.kind);
  const [only, ...others] = found;
  if (!only) return failure(taxCodeMissing(set.key, "no tax code in QuickBooks has these rates"));
  return others.length === 0 ? success(only) : failure(taxCodeMissing(set.key, `several tax codes in QuickBooks fit: ${found.map(({ name }) => name).join(", ")}`));
}

function fits({ rates }: TaxCode, set: TaxSet): boolean {
  const percents = rates.map(({ percent }) => rateOfPercent(percent));
  if (set.kind !== "taxed") return percents.every((percent) => percent === 0n);
  const theirs = percents.filter((percent) => percent !== 0n).sort(byValue);
  const ours = set.taxes.map(({ rate }) => rate).filter((rate) => rate !== 0n).sort(byValue);
  return theirs.length === ours.length && theirs.every((percent, index) => percent === ours[index]);
}

const byValue = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Codes of equal rates are told apart by the words of the taxes, then by those of the place; what does not tell them apart leaves them all. */
function narrowed(codes: readonly TaxCode[], { taxes }: TaxSet, places: readonly string[]): readonly TaxCode[] {
  const titles = taxes.flatMap(({ title }) => wordsOf(title));
  return mostNamed(mostNamed(codes, places.flatMap(wordsOf)), titles);
}

function mostNamed(codes: readonly TaxCode[], words: readonly string[]): readonly TaxCode[] {
  if (codes.length < 2 || words.length === 0) return codes;
  const scores = codes.map((code) => {
    const theirs = new Set([code.name, ...code.rates.map(({ name }) => name)].flatMap(wordsOf));
    return new Set(words.filter((word) => theirs.has(word))).size;
  });
  const best = Math.max(...scores);
  return best === 0 ? codes : codes.filter((_code, index) => scores[index] === best);
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !/^\d+$/.test(word));

const ZERO_RATED = [/\bzero\b|\bz\b/i, /\b0(\.0+)? ?%/i];

/** How companies name the codes of what bears no tax; the first of these names that the company has decides. */
const NAMES = {
  zero: [...ZERO_RATED, /free/i, /exempt/i],
  exempt: [/exempt/i, /free/i, ...ZERO_RATED],
  outside: [/^no\b|out of scope|outside|non.?tax|not tax/i, /exempt/i, /free/i, ...ZERO_RATED],
} as const satisfies Record<Exclude<TaxSetKind, "taxed">, readonly RegExp[]>;

function preferred(codes: readonly TaxCode[], kind: Exclude<TaxSetKind, "taxed">): readonly TaxCode[] {
  for (const pattern of NAMES[kind]) {
    const named = codes.filter(({ name }) => pattern.test(name));
    if (named.length > 0) return named;
  }
  return codes;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Shopify's amounts by the code's rates: each tax goes to the rate of its percentage; of a code with one rate everything does (a combined rate that was chosen). */
export function sharedAmongRates(set: TaxSet, code: TaxCode, currency: string): Result<Map<TaxRate, Money>, Issue> {
  const shares = new Map<TaxRate, Money>(code.rates.map((rate) => [rate, zero(currency)]));
  const taken = new Set<TaxRate>();
  for (const { title, rate, amount } of set.taxes) {
    if (amount.minor === 0n && rate === 0n) continue;
    const equal = code.rates.filter((each) => rateOfPercent(each.percent) === rate);
    const to = equal.find((each) => !taken.has(each) && named(each, title)) ?? equal.find((each) => !taken.has(each)) ?? (code.rates.length === 1 ? code.rates[0] : undefined);
    if (!to || (rate !== 0n && rateOfPercent(to.percent) === 0n)) return failure(taxCodeDoesNotFit(set.key, code.name));
    taken.add(to);
    shares.set(to, add(shares.get(to) ?? zero(currency), amount));
  }
  return success(shares);
}

function named(rate: TaxRate, title: string): boolean {
  const words = wordsOf(rate.name);
  return wordsOf(title).some((word) => words.includes(word));
}
