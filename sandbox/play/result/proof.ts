/** The proof of an order in the result's three figures, from the two identities the app recorded (design page 03, "Proof"). */
import { z } from "zod";
import { amountText, millionths } from "./amount.ts";
import type { ResultProof } from "./result.ts";

const sideSchema = z.object({ shop: z.string(), books: z.string(), difference: z.string() });
const proofSchema = z.object({ income: sideSchema, money: sideSchema }).nullable();
type Side = z.infer<typeof sideSchema>;

/**
 * The side that differs if one does. Otherwise the income side once an invoice is there, and before that the money side:
 * an order that has not reached its invoice is proven by its payments.
 */
export function readProof(json: unknown, hasInvoice: boolean): ResultProof | null {
  const proof = proofSchema.parse(json);
  if (proof === null) return null;
  const told = [proof.income, proof.money].find((side) => millionths(side.difference) !== 0n) ?? (hasInvoice ? proof.income : proof.money);
  return figures(told);
}

const figures = ({ shop, books, difference }: Side): ResultProof => ({
  shop: decimal(shop),
  books: decimal(books),
  difference: decimal(difference),
});

const decimal = (text: string): string => amountText(millionths(text));

export const proofHolds = (proof: ResultProof | null): boolean => proof === null || millionths(proof.difference) === 0n;
