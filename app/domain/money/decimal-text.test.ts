import { expect, it } from "vitest";
import { decimalText, inMoney, product, scaled, textOf } from "./decimal-text.ts";
import { formatMoney } from "./money.ts";

it.each([["2", "2"], ["0.50", "0.5"], ["007.10", "7.1"], ["0.0000001", "0.0000001"], ["0.00000001", null], ["1e-7", null], ["-1", null], ["", null]])("%j as decimal text is %j", (text, wanted) => {
  expect(decimalText(text)).toBe(wanted);
});

it.each([["3", "2", "6"], ["3", "0.5", "1.5"], ["4", "0.25", "1"], ["0.1", "0.2", "0.02"], ["0", "1.5", "0"]])("%s × %s is %s", (a, b, wanted) => {
  expect(textOf(product(scaled(a), scaled(b)))).toBe(wanted);
});

it.each([["USD", "9.995", "10.00"], ["USD", "9.9949", "9.99"], ["JPY", "300.5", "301"], ["KWD", "1.234", "1.230"], ["KWD", "1.235", "1.240"]])("in %s %s is %s in the books", (currency, text, wanted) => {
  expect(formatMoney(inMoney(currency, scaled(text)))).toBe(wanted);
});
