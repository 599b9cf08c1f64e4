/** Which of the goods that a refund took back came back on the shelf. Must never say that they did where Shopify does not say so. */
import type { Sale } from "#app/domain/order/change.ts";
import type { ChangesSnapshot } from "./snapshot.ts";

type Refund = ChangesSnapshot["refunds"][number];

/** Shopify's RefundLineItemRestockType for "stays away". */
const NOT_RESTOCKED = "NO_RESTOCK";

/**
 * Shopify's sales do not say it, its refund's lines do: each sale is matched with the line of as many units. Where none fits, one line that stays away is
 * enough, and so is a refund that tells nothing of the line: goods that are missing are found when stock is counted, goods that are too many are sold.
 */
export function offStockMarker(refund: Refund | undefined): (sale: Sale) => Sale {
  if (refund === undefined) return (sale) => sale;
  const left = [...refund.refundLineItems];
  return (sale) => {
    if (sale.of !== "product" || sale.quantity >= 0) return sale;
    const ofLine = left.filter(({ lineItem }) => lineItem.id === sale.lineId);
    const exact = ofLine.find(({ quantity }) => quantity === -sale.quantity);
    if (exact) left.splice(left.indexOf(exact), 1);
    const isOff = exact ? exact.restockType === NOT_RESTOCKED : ofLine.length === 0 || ofLine.some(({ restockType }) => restockType === NOT_RESTOCKED);
    return isOff ? { ...sale, offStock: true } : sale;
  };
}
